import fc from 'fast-check';
import { openTestData, TEST_NOW, type TestData } from '../testing';
import { fieldsIn, fillFields, REPLY_FIELDS, type FieldValues } from './fields';

const VALUES: FieldValues = {
  firstName: 'Camille',
  name: 'Camille Moreau',
  reference: 'G-2611-0001',
  subject: "j'ai pas été payée",
  topic: 'Paiement',
  advisor: 'Nadia Benali',
  advisorFirstName: 'Nadia',
  desk: 'ABC',
};

describe('fields', () => {
  it.each([
    ['Bonjour {firstName},', 'Bonjour Camille,', []],
    ['Demande { reference } : {topic}', 'Demande G-2611-0001 : Paiement', []],
    ['Bonjour {prenom}, {prenom} !', 'Bonjour {prenom}, {prenom} !', ['prenom']],
    ['{constructor} {firstName}', '{constructor} Camille', ['constructor']],
    ['Rien à remplir { } {}', 'Rien à remplir { } {}', []],
  ])('%s', (text, filled, missing) => {
    expect(fillFields(text, VALUES)).toEqual({ text: filled, missing });
  });

  it.each([null, '', '   '])('a value of %j is missing', (firstName) => {
    expect(fillFields('Bonjour {firstName}', { ...VALUES, firstName })).toEqual({
      text: 'Bonjour {firstName}',
      missing: ['firstName'],
    });
  });

  it('what a value says is words, and is not filled again', () => {
    expect(fillFields('« {subject} »', { ...VALUES, subject: '{firstName} $& {secret}' }).text).toBe(
      '« {firstName} $& {secret} »',
    );
  });

  it('a text without a missing field holds none of the fields that it named', () => {
    const field = fc.constantFrom(...REPLY_FIELDS).map((name) => `{${name}}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(field, fc.string())), (parts) => {
        const text = parts.join(' ');
        const { missing } = fillFields(text, VALUES);
        expect(missing).toEqual(
          fieldsIn(text)
            .filter(({ known }) => !known)
            .map(({ name }) => name),
        );
      }),
    );
  });
});

describe('replies', () => {
  let data: TestData;
  beforeEach(async () => {
    data = await openTestData({ demo: false });
  });
  afterEach(() => data.close());

  const by = { advisorId: 'advisor-abc-1', now: TEST_NOW };
  const create = (title = 'Accusé', rest: { text?: string; deskId?: 'abc' | 'ogestion' } = {}) =>
    data.services.replies.create({
      deskId: 'abc',
      title,
      text: 'Bonjour {firstName}',
      category: null,
      ...rest,
      ...by,
    });
  const created = async (title?: string) => {
    const made = await create(title);
    if (!made.ok) throw new Error(made.fault.code);
    return made.value;
  };

  it('are listed by desk and title; archived ones when asked for', async () => {
    const b = await created('Bien reçu');
    await created('Absence');
    await create('Ailleurs', { deskId: 'ogestion' });
    await data.services.replies.archive({ id: b.id, archived: true, ...by });
    const titles = async (archived: boolean) =>
      (await data.services.replies.list(['abc'], { archived })).map(({ title }) => title);
    expect(await titles(false)).toEqual(['Absence']);
    expect(await titles(true)).toEqual(['Absence', 'Bien reçu']);
    await data.services.replies.archive({ id: b.id, archived: false, ...by });
    expect(await titles(false)).toEqual(['Absence', 'Bien reçu']);
  });

  it('an unknown field, or a title that is taken, is refused', async () => {
    await created();
    expect(await create('Autre', { text: 'Bonjour {prenom}' })).toEqual({
      ok: false,
      fault: { code: 'unknown-fields', fields: ['prenom'] },
    });
    expect(await create('ACCUSÉ')).toEqual({ ok: false, fault: { code: 'title-taken' } });
    expect(await create('Accusé', { deskId: 'ogestion' })).toMatchObject({ ok: true });
  });

  it('a stale edit gets what it is now; the same edit twice is one', async () => {
    const { id } = await created();
    const edit = (text: string) =>
      data.services.replies.edit({
        id,
        title: 'Accusé',
        text,
        category: 'payment',
        expectedVersion: 1,
        ...by,
      });
    expect(await edit('Un')).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await edit('Un')).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await edit('Deux')).toMatchObject({
      ok: false,
      fault: { code: 'conflict', current: { text: 'Un', version: 2 } },
    });
  });

  it('a title of one that comes back from the archive must be free', async () => {
    const { id } = await created();
    await data.services.replies.archive({ id, archived: true, ...by });
    await created();
    expect(await data.services.replies.archive({ id, archived: false, ...by })).toEqual({
      ok: false,
      fault: { code: 'title-taken' },
    });
  });
});
