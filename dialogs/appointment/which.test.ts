import { join } from 'node:path';
import { createKnowledge } from '../../knowledge/create';
import type { Knowledge } from '../../knowledge/types';
import { orderIn } from './own-order';
import { namedAmong, readMove } from './which';

const ROOT = join(__dirname, '..', '..');
let knowledge: Knowledge;
beforeAll(() => {
  knowledge = createKnowledge({
    dir: join(ROOT, 'knowledge'),
    cacheDir: join(ROOT, '.cache', 'knowledge-tests'),
  });
}, 60_000);

/** Wednesday 18 November 2026, 10:00 in Paris. */
const env = () => ({
  now: new Date('2026-11-18T09:00:00Z'),
  zone: 'Europe/Paris',
  readTimes: knowledge.readTimes.bind(knowledge),
  matchNames: knowledge.matchNames.bind(knowledge),
  advisors: [],
  ownAdvisorId: null,
});

const appointment = (id: string, startsAt: string) => ({
  id,
  startsAt: new Date(startsAt),
  endsAt: new Date(new Date(startsAt).getTime() + 1_800_000),
});
const THURSDAY = appointment('thursday', '2026-11-19T09:00:00Z');
const TUESDAY = appointment('tuesday', '2026-11-24T13:00:00Z');

describe('which of hers a text means', () => {
  it.each([
    ['annuler mon rdv', ['thursday', 'tuesday'], false],
    ['celui de jeudi', ['thursday'], true],
    ['mon rendez-vous du 24', ['tuesday'], true],
    ['celui de 14h', ['tuesday'], true],
    ['jeudi à 10h', ['thursday'], true],
    ['celui de vendredi', [], true],
    ['celui de demain', ['thursday'], true],
  ])('%s: %j', (text, ids, isNamed) => {
    const named = namedAmong(text, [THURSDAY, TUESDAY], env());
    expect([named.found.map(({ id }) => id), named.isNamed]).toEqual([ids, isNamed]);
  });
});

describe('from where to where', () => {
  it.each([
    ['je peux décaler mon rdv de jeudi à vendredi ?', ['thursday'], ['2026-11-20']],
    ['déplacer mon rendez-vous du 19 à 10h au 20 à 15h', ['thursday'], ['2026-11-20@15:00-15:00']],
    ['décaler le rdv de mardi à jeudi', ['tuesday'], ['2026-11-26']],
    ['repousser mon rdv de jeudi à la semaine prochaine', ['thursday'], ['2026-11-23..2026-11-29']],
    ['avancer mon rdv de mardi', ['tuesday'], []],
    ['déplacer mon rendez-vous', ['thursday', 'tuesday'], []],
    ['mon rdv de jeudi pas avant 17h si possible, on peut le décaler ?', ['thursday'], []],
  ])('%s', (text, candidates, wishes) => {
    expect(readMove(text, [THURSDAY, TUESDAY], env())).toEqual({ candidates, wishes });
  });

  it.each([
    ['décaler mon rdv à 14h30', ['2026-11-19@14:30-14:30']],
    ['on peut repousser mon rdv d’une heure ?', ['2026-11-19@11:00-11:00']],
    ['avancer mon rdv de 30 minutes', ['2026-11-19@09:30-09:30']],
    ['move my appointment by half an hour', ['2026-11-19@10:30-10:30']],
    ['reporter mon rendez-vous à mardi après-midi', ['2026-11-24@12:00-18:00']],
    ['décaler mon rdv plutôt l’après-midi', ['2026-11-19@12:00-18:00']],
  ])('with a single one: %s', (text, wishes) => {
    expect(readMove(text, [THURSDAY], env())).toEqual({ candidates: ['thursday'], wishes });
  });
});

describe('what is ordered of an appointment that she has', () => {
  it.each([
    ['je veux annuler mon rdv', 'cancel'],
    ['annulez le rendez-vous de jeudi svp', 'cancel'],
    ['je ne pourrai pas venir au rdv de demain', 'cannot'],
    ['mon rdv de mardi, il faudrait l’annuler', 'cancel'],
    ['je peux décaler mon rdv de jeudi à vendredi ?', 'move'],
    ['changer l’heure de mon rendez-vous', 'move'],
    ['annuler et reporter mon rdv', 'move'],
    ['can you move my appointment', 'move'],
    ['c’est quand mon rendez-vous ?', 'list'],
    ['à quelle heure est mon prochain rdv', 'list'],
    ['mes rdv', 'list'],
    ['je voudrais un rendez-vous demain', null],
    ['annuler le coupon d’hier', null],
    ['mon étudiant a annulé le rendez-vous', null],
    ['l’élève n’est pas venu au rdv', null],
    ['rapport de rendez-vous', null],
    ['je voudrais un rdv pour annuler une mission', null],
    ['un rdv au sujet de l’annulation de ma mission', null],
    ['rdv demain, mon contrat a changé', null],
    ['je veux changer de mission et prendre un rdv', null],
    ['annuler rdv', 'cancel'],
    ['serait-il possible de changer l’heure de mon prochain rdv ?', 'move'],
    ['mon rdv de jeudi prochain à 10h faudrait le décaler svp', 'move'],
    ['quand puis-je prendre un rdv', null],
    ['je ne peux plus jeudi', null],
  ])('%s: %s', (text, order) => {
    expect(orderIn(text)).toBe(order);
  });
});
