import { DateTime, IANAZone } from 'luxon';
import { redact } from '../redaction';
import { ok, refused } from '../result';
import type { CellResult } from './types';

/** How one kind of cell is read and written. What it writes it reads as the same. */
export interface CellType<T> {
  read(text: string): CellResult<T>;
  write(value: T): string;
  /** What a template shows. */
  readonly example: string;
}

/** Accents, case, spaces and punctuation do not count when words of people are compared. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Free text of at most so many characters. A bank or social-security number in it is refused: only states are kept (A019, A023). */
export const text = (longest: number, example: string): CellType<string> => ({
  read(said) {
    if (said.length > longest) return refused({ code: 'too-long', expected: [String(longest)] });
    return redact(said) === said ? ok(said) : refused({ code: 'forbidden-number' });
  },
  write: (value) => value,
  example,
});

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._:@/-]{0,99}$/u;

/** An id of the organisation's own. */
export const identifier = (example: string): CellType<string> => ({
  read(said) {
    if (redact(said) !== said) return refused({ code: 'forbidden-number' });
    return ID.test(said) ? ok(said) : refused({ code: 'not-an-id' });
  },
  write: (value) => value,
  example,
});

/** One of a few words; each is written in French and read in either language or as its code. */
export function choice<T extends string>(
  words: Readonly<Record<T, readonly [string, ...string[]]>>,
): CellType<T> {
  const entries = Object.entries(words) as [T, readonly [string, ...string[]]][];
  return {
    read(said) {
      const wanted = plain(said);
      const found = entries.find(([code, names]) => [code, ...names].some((name) => plain(name) === wanted));
      return found
        ? ok(found[0])
        : refused({ code: 'not-a-choice', expected: entries.map(([, [name]]) => name) });
    },
    write: (value) => words[value][0],
    example: entries[0]?.[1][0] ?? '',
  };
}

const YES_NO = choice({
  yes: ['oui', 'yes', 'true', 'vrai', '1', 'x', 'o', 'y'],
  no: ['non', 'no', 'false', 'faux', '0', 'n'],
});

export const yesNo: CellType<boolean> = {
  read(said) {
    const read = YES_NO.read(said);
    return read.ok ? ok(read.value === 'yes') : read;
  },
  write: (value) => YES_NO.write(value ? 'yes' : 'no'),
  example: 'oui',
};

const DAY_FORMATS = ['d/M/yyyy', 'd/M/yy', 'd.M.yyyy', 'd-M-yyyy', 'yyyy-MM-dd', 'yyyy/MM/dd'] as const;
const EARLIEST = '1950-01-01';
const LATEST = '2100-01-01';

/** A day, kept as 2026-11-18; written 18/11/2026. A time of midnight behind it, as spreadsheets add, is no harm. */
export const day: CellType<string> = {
  read(said) {
    const bare = said.replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/, '');
    for (const format of DAY_FORMATS) {
      const read = DateTime.fromFormat(bare, format, { zone: 'utc' });
      if (!read.isValid) continue;
      const iso = read.toFormat('yyyy-MM-dd');
      if (iso > EARLIEST && iso < LATEST) return ok(iso);
    }
    return refused({ code: 'not-a-date' });
  },
  write: (value) => DateTime.fromISO(value, { zone: 'utc' }).toFormat('dd/MM/yyyy'),
  example: '18/11/2026',
};

/** A month, kept as 2026-11; read also as 11/2026. */
export const month: CellType<string> = {
  read(said) {
    const isoLike = /^(?<year>\d{4})[-/](?<number>\d{1,2})$/.exec(said);
    const { year = '', number = '' } =
      (isoLike ?? /^(?<number>\d{1,2})[-/.](?<year>\d{4})$/.exec(said))?.groups ?? {};
    if (Number(number) < 1 || Number(number) > 12) return refused({ code: 'not-a-month' });
    return ok(`${year}-${number.padStart(2, '0')}`);
  },
  write: (value) => value,
  example: '2026-11',
};

const LARGEST = 10_000;

export const wholeNumber: CellType<number> = {
  read(said) {
    const bare = said.replace(/[.,]0+$/, '');
    const fits = /^\d{1,5}$/.test(bare) && Number(bare) <= LARGEST;
    return fits ? ok(Number(bare)) : refused({ code: 'not-a-number', expected: ['0', String(LARGEST)] });
  },
  write: String,
  example: '10',
};

/** An amount of money in euros with a comma or a point, kept in cents: "1 234,50 €" is 123450. */
export const amount: CellType<number> = {
  read(said) {
    const bare = said.replace(/[\s\u00A0\u202F]|€|eur(?:os?)?$/gi, '');
    const found =
      /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(bare) ??
      /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(bare) ??
      /^(\d{1,3}(?:,\d{3})+)\.(\d{1,2})$/.exec(bare);
    if (found === null) return refused({ code: 'not-an-amount' });
    return ok(Number(found[1]?.replace(/[.,]/g, '')) * 100 + Number((found[2] ?? '').padEnd(2, '0')));
  },
  write: (cents) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`,
  example: '840,00',
};

export const email: CellType<string> = {
  read: (said) =>
    said.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/.test(said)
      ? ok(said.toLowerCase())
      : refused({ code: 'not-an-email' }),
  write: (value) => value,
  example: 'camille.moreau@exemple.fr',
};

export const phone: CellType<string> = {
  read(said) {
    const digits = said.replace(/\D/g, '').length;
    return /^\+?[\d\s().\-/]+$/.test(said) && digits >= 6 && digits <= 15
      ? ok(said)
      : refused({ code: 'not-a-phone' });
  },
  write: (value) => value,
  example: '06 39 98 01 11',
};

export const zone: CellType<string> = {
  read: (said) =>
    IANAZone.isValidZone(said) && said.includes('/') ? ok(said) : refused({ code: 'not-a-zone' }),
  write: (value) => value,
  example: 'Europe/Paris',
};
