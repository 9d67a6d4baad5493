import fc from 'fast-check';
import { dayOf, partsOf, weekdayOf } from './calendar';
import { readTimes } from './read';
import { isSkipped, isoWall, type Wall, wallTimeAt } from './zone';

const NOW = '2026-11-18T10:00';
const ZONE = 'Europe/Paris';
const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

const SHORT = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
];
const ENGLISH = 'January February March April May June July August September October November December'.split(
  ' ',
);

const first = dayOf(2024, 1, 1)!;
const last = dayOf(2029, 12, 31)!;
/** Wall times that exist in Paris. */
const instant: fc.Arbitrary<Wall> = fc
  .record({ day: fc.integer({ min: first, max: last }), minutes: fc.integer({ min: 0, max: 1439 }) })
  .filter((wall) => !isSkipped(wall, ZONE));

const two = (value: number): string => String(value).padStart(2, '0');

/** Ways in which people write a date with its time: fifteen French, two English. */
const FORMATS: Readonly<Record<string, (wall: Wall) => string>> = (() => {
  const words = (wall: Wall) => {
    const { year, month, day } = partsOf(wall.day);
    const hour = Math.floor(wall.minutes / 60);
    const minute = wall.minutes % 60;
    return {
      year,
      month,
      day,
      hour,
      minute,
      name: MONTHS[month - 1]!,
      weekday: DAYS[weekdayOf(wall.day) - 1]!,
      dayName: day === 1 ? '1er' : String(day),
    };
  };
  type Words = ReturnType<typeof words>;
  const format = (write: (each: Words) => string) => (wall: Wall) => write(words(wall));
  return {
    'le 12 novembre 2026 à 14h05': format(
      (w) => `le ${w.dayName} ${w.name} ${w.year} à ${two(w.hour)}h${two(w.minute)}`,
    ),
    'mardi 12 novembre 2026 14:05': format(
      (w) => `${w.weekday} ${w.dayName} ${w.name} ${w.year} ${two(w.hour)}:${two(w.minute)}`,
    ),
    '12/11/2026 14h05': format(
      (w) => `${two(w.day)}/${two(w.month)}/${w.year} ${two(w.hour)}h${two(w.minute)}`,
    ),
    '12/11/26 à 14:05': format(
      (w) => `${w.day}/${w.month}/${w.year % 100} à ${two(w.hour)}:${two(w.minute)}`,
    ),
    '2026-11-12T14:05': format(
      (w) => `${w.year}-${two(w.month)}-${two(w.day)}T${two(w.hour)}:${two(w.minute)}`,
    ),
    '2026-11-12 14:05': format(
      (w) => `${w.year}-${two(w.month)}-${two(w.day)} ${two(w.hour)}:${two(w.minute)}`,
    ),
    '12.11.2026, 14 h 05': format(
      (w) => `${two(w.day)}.${two(w.month)}.${w.year}, ${two(w.hour)} h ${two(w.minute)}`,
    ),
    '14H05 le 12/11/2026': format(
      (w) => `${two(w.hour)}H${two(w.minute)} le ${two(w.day)}/${two(w.month)}/${w.year}`,
    ),
    'Cours du mardi 12/11/2026 à 14h05 avec Léa': format(
      (w) => `Cours du ${w.weekday} ${w.day}/${w.month}/${w.year} à ${two(w.hour)}h${two(w.minute)} avec Léa`,
    ),
    'jeu. 12 nov. 2026, 14h05': format(
      (w) =>
        `${w.weekday.slice(0, 3)}. ${w.day} ${SHORT[w.month - 1]} ${w.year}, ${two(w.hour)}h${two(w.minute)}`,
    ),
    'jeudi 12 nov 2026 a 14h05': format(
      (w) =>
        `${w.weekday} ${w.day} ${SHORT[w.month - 1]!.replace('.', '')} ${w.year} a ${two(w.hour)}h${two(w.minute)}`,
    ),
    '14:05, le 12-11-2026': format(
      (w) => `${two(w.hour)}:${two(w.minute)}, le ${two(w.day)}-${two(w.month)}-${w.year}`,
    ),
    'le 12.11.26 vers 14 h 05': format(
      (w) => `le ${two(w.day)}.${two(w.month)}.${two(w.year % 100)} vers ${two(w.hour)} h ${two(w.minute)}`,
    ),
    'bonjour, 12 novembre 2026 à 14h05 svp': format(
      (w) => `bonjour, ${w.dayName} ${w.name} ${w.year} à ${two(w.hour)}h${two(w.minute)} svp`,
    ),
    '12 November 2026 at 14:05': format(
      (w) => `${w.day} ${ENGLISH[w.month - 1]} ${w.year} at ${two(w.hour)}:${two(w.minute)}`,
    ),
    'November 12, 2026 at 2:05 pm': format(
      (w) =>
        `${ENGLISH[w.month - 1]} ${w.day}, ${w.year} at ${w.hour % 12 || 12}:${two(w.minute)} ${w.hour < 12 ? 'am' : 'pm'}`,
    ),
    'LE 12 NOVEMBRE 2026 A 14H05': format((w) =>
      `le ${w.dayName} ${w.name} ${w.year} a ${two(w.hour)}h${two(w.minute)}`
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toUpperCase(),
    ),
  };
})();

describe('an instant written in any of these formats reads back as that instant', () => {
  it.each(Object.keys(FORMATS))('%s', (name) => {
    fc.assert(
      fc.property(instant, fc.constantFrom('past' as const, 'future' as const), (wall, prefer) => {
        const text = FORMATS[name]!(wall);
        const read = readTimes(text, { now: NOW, zone: ZONE, prefer });
        expect({ text, start: read.start, alternatives: read.alternatives, unsure: read.unsure }).toEqual({
          text,
          start: isoWall(wall),
          alternatives: [],
          unsure: false,
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('an instant written with its offset', () => {
  it('reads back as the wall time of each zone', () => {
    const instants = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2029-12-31'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'Pacific/Noumea');
    fc.assert(
      fc.property(instants, zones, (date, zone) => {
        const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000);
        const read = readTimes(minute.toISOString(), { now: NOW, zone, prefer: 'past' });
        expect(read).toMatchObject({ start: wallTimeAt(minute, zone), alternatives: [], unsure: false });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a range of hours on a date reads back as that range', () => {
  const minutes = fc.integer({ min: 32, max: 95 }).map((quarter) => quarter * 15);
  const clock = (total: number): string =>
    `${Math.floor(total / 60)}h${total % 60 === 0 ? '' : two(total % 60)}`;
  const colons = (total: number): string => `${two(Math.floor(total / 60))}:${two(total % 60)}`;
  const ranges: Readonly<Record<string, (day: string, from: number, to: number) => string>> = {
    'le 12/11/2026 de 17h à 18h30': (day, from, to) => `le ${day} de ${clock(from)} à ${clock(to)}`,
    '12/11/2026 17h-18h30': (day, from, to) => `${day} ${clock(from)}-${clock(to)}`,
    '17:00-18:30 le 12/11/2026': (day, from, to) => `${colons(from)}-${colons(to)} le ${day}`,
    'cours de 17h à 18h30 le 12/11/2026': (day, from, to) =>
      `cours de ${clock(from)} à ${clock(to)} le ${day}`,
    'début 17h fin 18h30 le 12/11/2026': (day, from, to) => `début ${clock(from)} fin ${clock(to)} le ${day}`,
    'entre 17h et 18h30 le 12/11/2026': (day, from, to) => `entre ${clock(from)} et ${clock(to)} le ${day}`,
  };
  it.each(Object.keys(ranges))('%s', (name) => {
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), minutes, minutes, (day, a, b) => {
        fc.pre(a !== b && Math.abs(a - b) <= 12 * 60);
        const [from, to] = a < b ? [a, b] : [b, a];
        const { year, month, day: number } = partsOf(day);
        const text = ranges[name]!(`${two(number)}/${two(month)}/${year}`, from, to);
        const read = readTimes(text, { now: NOW, zone: ZONE, prefer: 'past' });
        expect({ text, start: read.start, end: read.end, unsure: read.unsure }).toEqual({
          text,
          start: isoWall({ day, minutes: from }),
          end: isoWall({ day, minutes: to }),
          unsure: false,
        });
      }),
      { numRuns: 120 },
    );
  });
});
