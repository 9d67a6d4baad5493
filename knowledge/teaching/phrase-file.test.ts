import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addPhrase, asLine, removePhrase, styleOf } from './phrase-file';

const topic = {
  id: 'abc.payslips',
  desk: 'abc',
  titleFr: 'Fiches de paie',
  titleEn: 'Payslips',
  category: 'documents',
};
let dir = '';
const file = (): string => join(dir, 'phrases/abc/payslips.txt');
const read = (): string => readFileSync(file(), 'utf8');
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'phrases-'));
  mkdirSync(join(dir, 'phrases/abc'), { recursive: true });
  writeFileSync(
    file(),
    '# clean\nOù sont mes fiches de paie ?\n\n# indirect\nmon comptable la veut\n\n# sms\nfich 2 paie\n',
  );
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('a phrase in the file of its topic', () => {
  test('stands at the end of its heading', () => {
    addPhrase(dir, { topic, text: 'la banque me demande un bulletin' }, 'indirect');
    expect(read()).toBe(
      '# clean\nOù sont mes fiches de paie ?\n\n# indirect\nmon comptable la veut\nla banque me demande un bulletin\n\n# sms\nfich 2 paie\n',
    );
  });

  test('gets a heading where there is none yet, and a file', () => {
    addPhrase(dir, { topic, text: 'where is my payslip' }, 'english');
    expect(read().endsWith('fich 2 paie\n\n# english\nwhere is my payslip\n')).toBe(true);
    addPhrase(dir, { topic: { ...topic, id: 'abc.news' }, text: 'quoi de neuf' }, 'clean');
    expect(readFileSync(join(dir, 'phrases/abc/news.txt'), 'utf8')).toBe('# clean\nquoi de neuf\n');
  });

  test('is not written twice, whatever its accents and signs', () => {
    addPhrase(dir, { topic, text: 'ou sont mes fiches de PAIE' }, 'sms');
    expect(read().match(/fiches de paie/gi)).toHaveLength(1);
  });

  test('can be taken out again, and leaves the file as it was', () => {
    const before = read();
    addPhrase(dir, { topic, text: 'la banque me demande un bulletin' }, 'indirect');
    removePhrase(dir, { topic, text: 'La banque me demande un bulletin' });
    expect(read()).toBe(before);
    expect(readdirSync(join(dir, 'phrases/abc'))).toEqual(['payslips.txt']);
  });

  test.each([
    ['deux\nlignes', 'deux lignes'],
    ['# clean', 'clean'],
    ['  trop   d’espaces ', 'trop d’espaces'],
  ])('%p is the line %p', (text, line) => {
    expect(asLine(text)).toBe(line);
  });

  test('its heading follows from its language and length', () => {
    expect(styleOf('my payslip', 'en')).toBe('english');
    expect(styleOf('x'.repeat(200), 'fr')).toBe('long');
    expect(styleOf('ma fiche', 'fr')).toBe('indirect');
  });
});
