import fc from 'fast-check';
import { hasIbanKey, MASKED_IBAN, MASKED_NIR, nirKey, redact } from './redaction';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));
const spacing = fc.constantFrom('', ' ', '.', '-', '\u00a0', '\u202f', ' - ');
const group = (text: string, sizes: readonly number[], separator: string): string => {
  const parts: string[] = [];
  let at = 0;
  for (let index = 0; at < text.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 4;
    parts.push(text.slice(at, at + size));
    at += size;
  }
  return parts.join(separator);
};

const frenchIban = digits(23).map((bban) => {
  const key = Array.from({ length: 97 }, (_, index) => String(index + 2).padStart(2, '0')).find((candidate) =>
    hasIbanKey(`FR${candidate}${bban}`),
  );
  return `FR${key}${bban}`;
});

const nirBody = fc
  .tuple(
    fc.constantFrom('1', '2', '7', '8'),
    digits(2),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom('75', '13', '2A', '2B', '97', '99'),
    digits(6),
  )
  .map(
    ([sex, year, month, department, rest]) =>
      `${sex}${year}${String(month).padStart(2, '0')}${department}${rest}`,
  );

describe('IBANs', () => {
  it('are masked however they are spaced and cased', () => {
    fc.assert(
      fc.property(frenchIban, spacing, fc.boolean(), (iban, separator, lower) => {
        const typed = group(lower ? iban.toLowerCase() : iban, [4], separator);
        return redact(`Voici mon IBAN ${typed} merci`) === `Voici mon IBAN ${MASKED_IBAN} merci`;
      }),
    );
  });

  it.each([
    ['BE68 5390 0754 7034', 'Belgium'],
    ['DE89370400440532013000', 'Germany'],
    ['GB29 NWBK 6016 1331 9268 19', 'Great Britain'],
    ['LU28 0019 4006 4475 0000', 'Luxembourg'],
  ])('%s (%s) is masked', (iban) => {
    expect(redact(`iban:${iban}.`)).toBe(`iban:${MASKED_IBAN}.`);
  });

  it('are masked with a slip of the pen, and inside other text', () => {
    expect(redact('FR76 3000 6000 0112 3456 7890 188')).toBe(MASKED_IBAN);
    expect(redact('monIBANFR7630006000011234567890189ok')).toBe(`monIBAN${MASKED_IBAN}ok`);
    expect(redact('FR76 3000 6000 0112 3456 7890 189 et BE68539007547034')).toBe(
      `${MASKED_IBAN} et ${MASKED_IBAN}`,
    );
  });
});

describe('social-security numbers', () => {
  it('are masked with their key, however they are spaced', () => {
    fc.assert(
      fc.property(nirBody, spacing, (body, separator) => {
        const typed = group(body + String(nirKey(body)).padStart(2, '0'), [1, 2, 2, 2, 3, 3, 2], separator);
        return redact(`c'est ${typed}, voilà`) === `c'est ${MASKED_NIR}, voilà`;
      }),
    );
  });

  it('are masked without a key, or with a wrong one, where words or groups announce them', () => {
    expect(redact('mon numéro de sécu est 1850578006084')).toBe(`mon numéro de sécu est ${MASKED_NIR}`);
    expect(redact('2 91 11 75 116 003 01')).toBe(MASKED_NIR);
    expect(redact('ssn: 185057800608437')).toBe(`ssn: ${MASKED_NIR}`);
  });

  it('are found behind another number', () => {
    expect(redact('le 12 1 85 05 78 006 084 91')).toBe(`le 12 ${MASKED_NIR}`);
  });
});

describe('what is no IBAN and no social-security number', () => {
  it.each([
    'Mon téléphone est le 06 39 98 01 11',
    '+33 6 39 98 01 11 ou 01.99.00.12.34',
    '06 39 98 01 11 / 07 39 98 01 12 / 01 99 00 12 34',
    'Ticket G-2611-0042, coupon C-2611-0007',
    'Facture F-2026-10-ALICE de 1 234,56 €',
    'SIRET 552 100 554 00013',
    'NDA 11 75 12345 75',
    'Le cours de FR12 du 17/11/2026 de 14h à 16h',
    'au 12 rue des Lilas 75011 Paris, bâtiment B',
    'identifiant 1763456789012',
    'carte 4970 1012 3456 7890',
    '15 élèves, 3 coupons, projet 7',
    'be12 comme convenu hier avec madame martin',
    '',
  ])('%s stays', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('stays, for any phone number', () => {
    fc.assert(
      fc.property(digits(8), fc.constantFrom('6', '7', '1', '9'), spacing, (rest, kind, separator) => {
        const typed = group(`0${kind}${rest}`, [2], separator);
        return redact(`appelez le ${typed} demain`) === `appelez le ${typed} demain`;
      }),
    );
  });
});

it('masking twice changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(frenchIban, nirBody, fc.string()), { maxLength: 6 }), (parts) => {
      const once = redact(parts.join(' '));
      return redact(once) === once;
    }),
  );
});

it('needs time in proportion to the length of a text made to be slow', () => {
  const before = process.cpuUsage();
  redact('FR76 '.repeat(40_000));
  redact('1 '.repeat(100_000));
  redact('é'.repeat(200_000));
  const { user } = process.cpuUsage(before);
  expect(user / 1e6).toBeLessThan(10);
});
