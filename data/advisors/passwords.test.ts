import { hashPassword, matchesPassword, passwordFault } from './passwords';

const KNOWN = ['Nadia Benali', 'nadia.benali@example.org'];

it.each([
  ['un mot de passe convenable', null],
  ['court', 'too-short'],
  ['onze lettres'.slice(0, 11), 'too-short'],
  ['aaaaaaaaaaaaaaaa', 'too-plain'],
  ['0123456789012', 'too-plain'],
  ['azertyuiopqwerty', 'too-plain'],
  ['Nadia Benali1', 'too-plain'],
  ['nadia.benali@example.org', 'too-plain'],
  ['x'.repeat(201), 'too-long'],
  ['le chat de Nadia Benali dort', null],
  ['🦊🌳🍀🎈🎻🧭🪁🧶🧵🪡🧷🪢', null],
])('%s: %s', (password, code) => {
  expect(passwordFault(password, KNOWN)?.code ?? null).toBe(code);
});

it('a password matches its own hash only, however its accents are encoded', async () => {
  const hash = await hashPassword('déjà vu à midi');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await matchesPassword(hash, 'déjà vu à midi'.normalize('NFD'))).toBe(true);
  expect(await matchesPassword(hash, 'deja vu a midi')).toBe(false);
  expect(await hashPassword('déjà vu à midi')).not.toBe(hash);
});

it('whoever has no password is refused as slowly as a wrong one', async () => {
  expect(await matchesPassword(null, 'nobody')).toBe(false);
});
