import type { TimeReading } from '../types';
import { readTimes } from './read';

/** Wednesday 18 November 2026, ten in the morning, Paris. */
const read = (text: string, prefer: 'past' | 'future' = 'past'): TimeReading =>
  readTimes(text, { now: '2026-11-18T10:00', zone: 'Europe/Paris', prefer });

const written = ({ start, end }: { start: string | null; end: string | null }): string =>
  end === null ? `${start}` : `${start}/${end.slice(start?.length === 10 ? 0 : 11)}`;

describe('several times said in one message', () => {
  it.each([
    ['lundi de 17h à 18h et mercredi de 14h à 16h', ['2026-11-16T17:00/18:00', '2026-11-11T14:00/16:00']],
    [
      'cours de 17h30 à 19h les 3, 10 et 17 novembre',
      ['2026-11-03T17:30/19:00', '2026-11-10T17:30/19:00', '2026-11-17T17:30/19:00'],
    ],
    [
      'lundi 9, mardi 10 et jeudi 12 de 17h à 18h',
      ['2026-11-09T17:00/18:00', '2026-11-10T17:00/18:00', '2026-11-12T17:00/18:00'],
    ],
    ['samedi de 10h à 12h puis de 14h à 16h', ['2026-11-14T10:00/12:00', '2026-11-14T14:00/16:00']],
    ['1h lundi à 17h et 1h mardi à 18h', ['2026-11-16T17:00/18:00', '2026-11-17T18:00/19:00']],
    ['le 3, le 10 et le 17', ['2026-11-03', '2026-11-10', '2026-11-17']],
    ['le cours du 3 et celui du 10', ['2026-11-03', '2026-11-10']],
    ['les 3, 10, 17 et 24 novembre', ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24']],
    ['9, 10 et 12/11', ['2026-11-09', '2026-11-10', '2026-11-12']],
    ['hier et avant-hier à 17h', ['2026-11-17T17:00', '2026-11-16T17:00']],
    ['cours de 17h à 18h lundi et hier', ['2026-11-16T17:00/18:00', '2026-11-17T17:00/18:00']],
    ['lundi 17h-18h, mardi 18h-19h', ['2026-11-16T17:00/18:00', '2026-11-17T18:00/19:00']],
    ['Monday 5pm and Tuesday 6pm', ['2026-11-16T17:00', '2026-11-17T18:00']],
  ])('%s: the first is the start, the others are said also', (text, expected) => {
    const { start, end, also, alternatives } = read(text);
    expect([{ start, end }, ...also].map(written)).toEqual(expected);
    expect(alternatives.slice(0, also.length)).toEqual(also);
  });

  it.each([
    'lundi ou mardi',
    'lundi, mardi ou jeudi',
    'lundi 10h sinon mardi 11h',
    'le 24 ou 25 novembre',
    '14h, 14h30',
  ])('%s is a choice, not several', (text) => {
    const { also, alternatives } = read(text, 'future');
    expect(also).toEqual([]);
    expect(alternatives.length).toBeGreaterThan(0);
  });

  it('asks when one of those said besides has several readings', () =>
    expect(read('lundi à 17h et mardi à 5h').unsure).toBe(true));
});

describe('what a text corrects is gone', () => {
  it.each([
    ['lundi, non mardi', '2026-11-24'],
    ['le 12 enfin le 13', '2026-12-13'],
    ['le 24 novembre, pardon le 25', '2026-11-25'],
    ['lundi 14h, ah non 15h', '2026-11-23T15:00'],
    ['14h non 15h', '2026-11-18T15:00'],
    ['lundi 17h... euh non, mardi', '2026-11-24T17:00'],
    ['plutôt mardi que lundi', '2026-11-24'],
    ['mardi et non lundi', '2026-11-24'],
    ['je ne suis pas dispo lundi mais mardi oui', '2026-11-24'],
    ['j’ai dit le 24 mais c’était le 25', '2026-11-25'],
    ['Monday, sorry, Tuesday', '2026-11-24'],
    ['Monday, I mean Tuesday at 5pm', '2026-11-24T17:00'],
  ])('%s', (text, start) =>
    expect(read(text, 'future')).toMatchObject({ start, alternatives: [], unsure: false }),
  );

  it('doubts which end of a range one time corrects', () =>
    expect(read('hier de 14h à 16h, pardon 17h')).toMatchObject({
      start: '2026-11-17T14:00',
      end: '2026-11-17T17:00',
      unsure: true,
    }));

  it('asks when the correction is a bare number', () =>
    expect(read('le 12 (pardon 13)')).toMatchObject({ start: null, unsure: true }));
});

describe('a time that is moved', () => {
  it.each([
    ['décaler mon cours de 14h à 15h', ['2026-11-18T15:00', '2026-11-18T14:00/15:00']],
    ['reporter de lundi à mardi', ['2026-11-24', '2026-11-23/2026-11-24']],
    ['déplacer mon rdv de mardi 10h à jeudi 11h', ['2026-11-19T11:00', '2026-11-24T10:00']],
    ['cours reporté de 14h à 16h', ['2026-11-18T14:00/16:00', '2026-11-18T16:00']],
  ])('%s offers both', (text, expected) => {
    const { start, end, alternatives } = read(text, 'future');
    expect([{ start, end }, ...alternatives].map(written)).toEqual(expected);
  });
});

describe('habits have no single time', () => {
  it.each([
    'une fois le lundi',
    'le mardi à 17h chaque semaine',
    'mardi et jeudi toutes les semaines',
    '2 fois par semaine, le lundi et le jeudi',
    'd’habitude c’est le mardi 17h',
    'en général le mardi',
    'every other Tuesday',
    'les soirs',
    'pendant les vacances de Noël',
    'l’été prochain',
  ])('%s', (text) => expect(read(text)).toMatchObject({ start: null, unsure: true }));
});

describe('a number left beside what was read leaves no certain answer', () => {
  it.each(['4 or 5 tomorrow', '1600 tomorrow', 'demain pm'])('%s', (text) =>
    expect(read(text, 'future')).toMatchObject({ start: null, unsure: true }),
  );

  it.each([
    ['hier avec 3 élèves', '2026-11-17'],
    ['coupon 1542 du 12/11', '2026-11-12'],
    ['chapitre 6 et le 7 lundi', '2026-11-16'],
    ['14/20 à son contrôle de lundi', '2026-11-16'],
  ])('%s: no hour', (text, start) => expect(read(text)).toMatchObject({ start, unsure: false }));

  it.each(['samedi 14 16', 'mercredi matin 10', 'lundi 9-11'])(
    '%s: a guess, doubted and not alone',
    (text) => {
      const { start, unsure, alternatives } = read(text);
      expect(start).not.toBeNull();
      expect(unsure).toBe(true);
      expect(alternatives.length).toBeGreaterThan(0);
    },
  );
});

describe('a weekday, a number and an hour', () => {
  it.each([
    ['jeudi 17 à 18h30', ['2026-11-12T17:00/18:30', '2026-09-17T18:30']],
    ['samedi 14 à 16h', ['2026-11-14T16:00', '2026-11-14T14:00/16:00']],
    ['lundi 9 à 18h', ['2026-11-09T18:00']],
  ])('%s', (text, expected) => {
    const { start, end, alternatives } = read(text);
    expect([{ start, end }, ...alternatives].map(written)).toEqual(expected);
  });
});

describe('names that are days or months too, and wishes', () => {
  it.each([
    'Mme Lundi',
    'M. Juillet',
    'la famille Mardi',
    'chez les Lundi',
    'mon élève Juin',
    'avec Avril',
    'Midi-Pyrénées',
    'bon week-end',
    'bonne fin de journée',
    'have a good weekend',
    'elle récite « Demain, dès l’aube » par cœur',
    'il a eu 8/10',
    '12/20 à son contrôle',
    'A1',
    'le jeu de données',
  ])('%s is no time', (text) => expect(read(text).start).toBeNull());

  it.each([
    ['c’est bon lundi', '2026-11-16'],
    ['avec Léa lundi', '2026-11-16'],
    ['« hier à 17h » m’a-t-elle dit', '2026-11-17T17:00'],
  ])('%s is one', (text, start) => expect(read(text).start).toBe(start));
});

describe('bounds after what they bound, and refused', () => {
  it.each([
    ['à 14h au plus tard', '2026-11-18T10:00', '2026-11-18T14:00'],
    ['vendredi 14h max', '2026-11-20T08:00', '2026-11-20T14:00'],
    ['le 30 dernier délai', '2026-11-18', '2026-11-30'],
    ['au plus tard le 30', '2026-11-18', '2026-11-30'],
    ['d’ici 17h', '2026-11-18T10:00', '2026-11-18T17:00'],
    ['à 14h au plus tôt', '2026-11-18T14:00', null],
    ['pas dispo avant 18h', '2026-11-18T18:00', null],
    ['pas de dispo avant le 30', '2026-11-30', null],
  ])('%s', (text, start, end) => expect(read(text, 'future')).toMatchObject({ start, end }));
});

describe('instants with their offset', () => {
  it.each([
    ['2026-11-16T17:00:00Z', 'Europe/Paris', '2026-11-16T18:00'],
    ['2026-11-16T17:00:00.000+01:00', 'Europe/Paris', '2026-11-16T17:00'],
    ['2026-11-16T17:00Z', 'Indian/Reunion', '2026-11-16T21:00'],
    ['2027-03-28T01:30:00Z', 'Europe/Paris', '2027-03-28T03:30'],
    ['2027-10-31T01:30:00Z', 'Europe/Paris', '2027-10-31T02:30'],
    ['2027-03-28T01:30:00Z', 'America/Martinique', '2027-03-27T21:30'],
  ])('%s in %s', (text, zone, start) =>
    expect(readTimes(text, { now: '2026-11-18T10:00', zone, prefer: 'past' }).start).toBe(start),
  );
});

describe('other wordings', () => {
  it.each([
    ['5 min après 17h', '2026-11-18T17:05', null],
    ['un quart d’heure avant midi', '2026-11-18T11:45', null],
    ['demain vers 5ish', '2026-11-19T17:00', null],
    ['demain 8 du soir', '2026-11-19T20:00', null],
    ['tomorrow 5 p.m.', '2026-11-19T17:00', null],
    ['tomorrow at five thirty', '2026-11-19T17:30', null],
    ['tomorrow at half past five pm', '2026-11-19T17:30', null],
    ['jeudi dans trois semaines', '2026-12-10', null],
    ['le week-end du 28', '2026-11-28', '2026-11-29'],
    ['entre Noël et le jour de l’an', '2026-12-25', '2027-01-01'],
    ['du 20-11 au 30-11', '2026-11-20', '2026-11-30'],
    ['the week after next', '2026-11-30', '2026-12-06'],
    ['Monday through Friday', '2026-11-23', '2026-11-27'],
    ['la semaine prochaine, mardi 24 novembre à midi', '2026-11-24T12:00', null],
    ['samedi soir prochain', '2026-11-21T18:00', '2026-11-21T22:00'],
    ['cette nuit à 2h', '2026-11-19T02:00', null],
    ['demain midi de 12h à 13h', '2026-11-19T12:00', '2026-11-19T13:00'],
  ])('%s', (text, start, end) => expect(read(text, 'future')).toMatchObject({ start, end, unsure: false }));

  it.each([
    ['hier début : 17h, fin : 18h30', '2026-11-17T17:00', '2026-11-17T18:30'],
    ['hier arrivée à 17h et repartie à 18h30', '2026-11-17T17:00', '2026-11-17T18:30'],
    ['45’ hier à 17h', '2026-11-17T17:00', '2026-11-17T17:45'],
    ['1:30 hier à 17h', '2026-11-17T17:00', '2026-11-17T18:30'],
    ['cours d1h30 lundi 17h', '2026-11-16T17:00', '2026-11-16T18:30'],
    ['mardi de 17 h. à 19 h.', '2026-11-17T17:00', '2026-11-17T19:00'],
    ['samedi soir dernier', '2026-11-14T18:00', '2026-11-14T22:00'],
    ['mercredi dernier de 2 à 4 avec le petit', '2026-11-11T14:00', '2026-11-11T16:00'],
    ['Léa 12/11 17-19', '2026-11-12T17:00', '2026-11-12T19:00'],
    ['lundi (17-19)', '2026-11-16T17:00', '2026-11-16T19:00'],
    ['hier : 17 à 18h30', '2026-11-17T17:00', '2026-11-17T18:30'],
    ['lun, 17h-18h30', '2026-11-16T17:00', '2026-11-16T18:30'],
    ['9h30-11h 12.11.2026', '2026-11-12T09:30', '2026-11-12T11:00'],
    ['il y a 3 jours de 17h à 18h30', '2026-11-15T17:00', '2026-11-15T18:30'],
    ['le 12 : 17h-19h', '2026-11-12T17:00', '2026-11-12T19:00'],
    ['fin de semaine dernière, mardi 17h-19h', '2026-11-10T17:00', '2026-11-10T19:00'],
  ])('%s', (text, start, end) => expect(read(text)).toMatchObject({ start, end, unsure: false }));

  it.each([
    ['mercredi prochain', '2026-11-17T10:00', ['2026-11-25', '2026-11-18']],
    ['dimanche dernier', '2026-11-16T10:00', ['2026-11-15', '2026-11-08']],
    ['il y a huit jours', '2026-11-18T10:00', ['2026-11-11', '2026-11-10']],
    ['lundi en huit', '2026-11-16T10:00', ['2026-11-23', '2026-11-30']],
    ['lundi 17', '2026-11-18T10:00', ['2026-11-17', '2026-11-16', '2026-11-23', '2026-08-17']],
  ])('%s, said on %s, is offered in several readings', (text, now, expected) => {
    const { start, alternatives } = readTimes(text, { now, zone: 'Europe/Paris', prefer: 'past' });
    expect([start, ...alternatives.map((each) => each.start)]).toEqual(expected);
  });
});
