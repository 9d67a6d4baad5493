import { readTimes } from './read';
import type { TimeReading } from '../types';

const NOW = { now: '2026-11-18T10:00', zone: 'Europe/Paris' };
const read = (text: string, prefer: 'past' | 'future' = 'future'): TimeReading =>
  readTimes(text, { ...NOW, prefer });

describe('what recurs has no start', () => {
  it.each([
    'je suis souvent libre le vendredi',
    "le lundi c'est toujours compliqué",
    "D'ordinaire elle vient le mercredi",
    "on se voit d'ordinaire le jeudi à 18h",
    'la plupart du temps le jeudi',
    'en principe le mercredi de 14h à 16h',
    'je travaille le jeudi de 9h à 17h',
    'le mercredi elle a danse',
    'elle finit à 16h le vendredi',
    'le soir après 18h',
    'le matin je suis au lycée',
    'je réponds pas aux mails le week-end',
    'bureau ouvert du lundi au vendredi de 9h à 12h et de 14h à 17h',
    'we often meet on Tuesday',
    'I work Thursday from 9 to 5',
    'on a Tuesday he has football',
    'open Monday to Friday 9am to 5pm',
    'Elle adore la chimie maintenant',
  ])('%s', (text) => expect(read(text)).toMatchObject({ start: null, unsure: true }));

  it.each([
    ['libre vendredi', 'future', '2026-11-20'],
    ['je suis libre le vendredi 20', 'future', '2026-11-20'],
    ['je vais être absent le jeudi 26', 'future', '2026-11-26'],
    ["j'ai donné cours le mardi à 17h", 'past', '2026-11-17T17:00'],
    ["le coupon de mardi 10 novembre n'est toujours pas arrivé", 'past', '2026-11-10'],
    ['on peut se parler maintenant ?', 'future', '2026-11-18T10:00'],
    ["I'm free on Friday at 5pm", 'future', '2026-11-20T17:00'],
  ] as const)('but one day is: %s', (text, prefer, start) =>
    expect(read(text, prefer)).toMatchObject({ start, alternatives: [] }),
  );
});

describe('a day that a wish rules out is no answer', () => {
  it.each([
    'Le jeudi est exclu pour moi',
    "jeudi c'est mort",
    'lundi je suis indisponible',
    'je suis pris mardi',
    'je suis indisponible le 3 et le 4',
    'ni mardi ni vendredi',
    'à part mardi',
    'mardi ça ne va pas être possible',
    'Hugo ne pourra pas venir jeudi',
    "je n'ai rien de libre mardi",
    'anything but Thursday',
    "I can't on Thursday",
    "Thursday's no good",
    'unavailable Thursday',
  ])('%s', (text) => expect(read(text).start).toBeNull());

  it.each([
    ["jeudi c'est mort, vendredi à 18h ?", '2026-11-20T18:00'],
    ['impossible jeudi mais vendredi 17h ok', '2026-11-20T17:00'],
    ["jeudi 17h c'est possible ?", '2026-11-19T17:00'],
    ['pas libre demain avant 18h', '2026-11-19T18:00'],
  ])('what it leaves open is: %s', (text, start) => expect(read(text).start).toBe(start));

  it('whoever looks back tells of that day', () => {
    expect(read("il n'est pas venu jeudi", 'past').start).toBe('2026-11-12');
    expect(read('indisponible du 3 au 5 novembre', 'past')).toMatchObject({
      start: '2026-11-03',
      end: '2026-11-05',
    });
  });
});

describe('as people dictate, correct and paste', () => {
  it.each([
    ["demain à quinze heures trente point d'interrogation", '2026-11-19T15:30', null],
    ['demain quinze heures trente : Léa', '2026-11-19T15:30', null],
    ['Is Tuesday 5 till 6pm free?', '2026-11-24T17:00', '2026-11-24T18:00'],
    ['plutôt le week-end prochain, enfin celui du 5 décembre', '2026-12-05', '2026-12-06'],
    ["pas la semaine prochaine, celle d'après", '2026-11-30', '2026-12-06'],
    ["pas lundi prochain, celui d'après", '2026-11-30', null],
    ['en semaine 10', '2027-03-08', '2027-03-14'],
    ['dans la semaine du 7 décembre', '2026-12-07', '2026-12-13'],
    ['stage du 24 au 28 mai, 10h en tout', '2027-05-24', '2027-05-28'],
    ['5h 6h15 cet aprem', '2026-11-18T17:00', '2026-11-18T18:15'],
    ['à la Saint-Valentin', '2027-02-14', null],
  ])('%s', (text, start, end) => expect(read(text)).toMatchObject({ start, end }));

  it('a number behind a day is never lost', () => {
    expect(read('Thursday at 9 works for a call').start).toBe('2026-11-19T09:00');
    expect(read('Thursday at 9 anytime').start).toBeNull();
  });

  it('a deadline is also that time', () =>
    expect(read('20h30 ce soir dernier délai').alternatives).toContainEqual({
      start: '2026-11-18T20:30',
      end: null,
    }));

  it('two lengths are no time', () =>
    expect(read('je voudrais passer de 1h à 1h30 par séance')).toMatchObject({
      start: null,
      alternatives: [],
    }));

  it('an event of a calendar', () => {
    const event = 'DTSTART;TZID=Europe/Paris:20270315T173000\nDTEND;TZID=Europe/Paris:20270315T190000';
    expect(read(event)).toMatchObject({
      start: '2027-03-15T17:30',
      end: '2027-03-15T19:00',
      grain: 'minute',
    });
    expect(read('DTSTART:20270315T163000Z')).toMatchObject({ start: '2027-03-15T17:30', end: null });
    expect(read('DTSTART:20271345T163000Z').start).toBeNull();
  });
});

describe('what is counted, compared or worked at night is no hour and no day', () => {
  it.each([
    'il a mieux compris que le 2',
    'maintenant que Sophie est partie',
    'j’espère ne pas perdre mes 14 heures',
  ])('%s', (text) => expect(read(text, 'past').start).toBeNull());

  it.each([
    ['je vois que le 12 est libre', '2026-11-12'],
    ['je suis infirmière de nuit, appelée hier à 19h', '2026-11-17T19:00'],
    ['lundi dernier dix-neuf heures', '2026-11-16T19:00'],
    ['erreur 502 depuis hier', '2026-11-17'],
  ])('but %s', (text, start) => expect(read(text, 'past').start).toBe(start));
});
