import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { createKnowledge } from './create';
import { copyOfFixture, FIXTURE } from './testing/fixture';
import { UnknownDeskError } from './understand';

const knowledge = createKnowledge({ dir: FIXTURE });

describe('understanding with a handful of phrases', () => {
  test.each([
    ['Mon salaire n’est toujours pas arrivé', 'desk-a.pay-late'],
    ['je veux faire une pause de deux mois', 'desk-a.pause'],
    ['mon étudiante ne repond plus', 'desk-a.student-absent'],
    ['jai pa été paye', 'desk-a.pay-late'],
    ['My wages have not come', 'desk-a.pay-late'],
    ['BONJOUR !!!', 'greeting'],
  ])('%s -> %s', (text, topic) => {
    expect(knowledge.understand(text, { desk: 'desk-a' }).topics[0]?.id).toBe(topic);
  });

  test('tells the language', () => {
    expect(knowledge.understand('Where is my money?', { desk: 'desk-a' }).language).toBe('en');
    expect(knowledge.understand('Où est mon argent ?', { desk: 'desk-a' }).language).toBe('fr');
  });

  test.each(['', '   ', '🙂🙂', '???', '\u0000\u0001'])('%j says nothing and is refused', (text) => {
    expect(knowledge.understand(text, { desk: 'desk-a' })).toMatchObject({
      decision: 'reject',
      topics: [],
      intents: [],
    });
  });

  test('an unknown desk is refused by name, with those there are', () => {
    expect(() => knowledge.understand('x', { desk: 'nowhere' })).toThrow(UnknownDeskError);
    expect(() => knowledge.understand('x', { desk: 'nowhere' })).toThrow(/desk-a/);
  });

  test('no text breaks it or takes long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const { topics, ms } = knowledge.understand(text, { desk: 'desk-a' });
        expect(topics.length).toBeLessThanOrEqual(5);
        for (const { confidence } of topics) expect(confidence >= 0 && confidence <= 1).toBe(true);
        expect(ms).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });

  test('warming up changes no judgement, and stands a folder without phrases', () => {
    const before = knowledge.understand('mon virement', { desk: 'desk-a' });
    knowledge.warmUp();
    const { topics, decision } = knowledge.understand('mon virement', { desk: 'desk-a' });
    expect({ topics, decision }).toEqual({ topics: before.topics, decision: before.decision });
    const empty = createKnowledge({ dir: join(tmpdir(), 'guichet-no-such-folder') });
    expect(() => empty.warmUp()).not.toThrow();
  });

  test('two builds from the same files judge alike', () => {
    const again = createKnowledge({ dir: FIXTURE });
    for (const text of ['mon virement', 'pause', 'elle ne vient plus', 'le match']) {
      const { topics, decision } = knowledge.understand(text);
      expect(again.understand(text)).toMatchObject({ topics, decision });
    }
  });
});

describe('a knowledge folder that is not well', () => {
  test('missing altogether: nothing is known and nothing throws but the unknown desk', () => {
    const empty = createKnowledge({ dir: join(tmpdir(), 'guichet-no-such-folder') });
    expect(empty.topics()).toEqual([]);
    expect(empty.understand('bonjour')).toMatchObject({ decision: 'reject', topics: [] });
  });

  test('a broken article keeps its last good version until it is mended', async () => {
    const copy = copyOfFixture();
    try {
      const live = createKnowledge({ dir: copy.dir });
      const good = readFileSync(join(copy.dir, 'articles/desk-a/pause.md'), 'utf8');
      copy.write('articles/desk-a/pause.md', good.replace('---', ''));
      const broken = await live.reload();
      expect(broken.faults).toHaveLength(1);
      expect(broken.faults[0]).toMatchObject({ file: 'articles/desk-a/pause.md', line: 1 });
      expect(broken.kept).toEqual(['desk-a.pause']);
      expect(live.answer('desk-a.pause', 'fr', {})).toMatchObject({
        title: 'Mettre votre activité en pause',
      });

      const stillBroken = await live.reload();
      expect(stillBroken.kept).toEqual(['desk-a.pause']);

      copy.write(
        'articles/desk-a/pause.md',
        good.replace('title: Mettre votre activité en pause', 'title: Faire une pause'),
      );
      const mended = await live.reload();
      expect(mended).toMatchObject({ faults: [], kept: [] });
      expect(live.answer('desk-a.pause', 'fr', {})).toMatchObject({ title: 'Faire une pause' });
    } finally {
      copy.remove();
    }
  });

  test('a broken English article leaves the French one, and its own last good words, standing', async () => {
    const copy = copyOfFixture();
    try {
      const live = createKnowledge({ dir: copy.dir });
      const facts = { 'today.iso': '2026-12-01' };
      expect(live.answer('desk-a.pay-late', 'en', facts)).toMatchObject({ language: 'en' });
      copy.write('articles/desk-a/pay-late.en.md', 'oops');
      expect((await live.reload()).kept).toEqual(['desk-a.pay-late']);
      expect(live.answer('desk-a.pay-late', 'en', facts)).toMatchObject({ language: 'en' });
      expect(live.answer('desk-a.pay-late', 'fr', facts)).toMatchObject({ language: 'fr' });
    } finally {
      copy.remove();
    }
  });

  test('new phrases are learned on reload, without a restart', async () => {
    const copy = copyOfFixture();
    try {
      const live = createKnowledge({ dir: copy.dir });
      const strange = 'le zébulon du frigidaire';
      expect(live.understand(strange, { desk: 'desk-a' }).topics[0]?.confidence ?? 0).toBeLessThan(0.5);
      const phrases = readFileSync(join(copy.dir, 'phrases/desk-a/pause.txt'), 'utf8');
      copy.write('phrases/desk-a/pause.txt', `${phrases}\n${strange}\n`);
      expect((await live.reload()).relearned).toBe(true);
      expect(live.understand(strange, { desk: 'desk-a' }).topics[0]?.id).toBe('desk-a.pause');
      expect((await live.reload()).relearned).toBe(false);
    } finally {
      copy.remove();
    }
  });
});

describe('what is edited while it runs', () => {
  test('words of the lexicon count from the next reload on, and in the cache', async () => {
    const copy = copyOfFixture();
    const cacheDir = mkdtempSync(join(tmpdir(), 'guichet-cache-'));
    try {
      const live = createKnowledge({ dir: copy.dir, cacheDir });
      const text = 'ma zibeline ?';
      const before = live.understand(text, { desk: 'desk-a' }).topics[0]?.confidence ?? 0;
      const lexicon = readFileSync(join(copy.dir, 'text/lexicon.tsv'), 'utf8').replace(
        /^(pay\t[^\t]*)/m,
        '$1, zibeline',
      );
      copy.write('text/lexicon.tsv', lexicon);
      expect((await live.reload()).relearned).toBe(true);
      const after = live.understand(text, { desk: 'desk-a' });
      expect(after.topics[0]?.id).toBe('desk-a.pay-late');
      expect(after.topics[0]?.confidence).toBeGreaterThan(before);
      const restarted = createKnowledge({ dir: copy.dir, cacheDir });
      expect(restarted.understand(text, { desk: 'desk-a' }).topics).toEqual(after.topics);
    } finally {
      copy.remove();
      rmSync(cacheDir, { recursive: true });
    }
  });

  test('a phrase file that cannot be read keeps its phrases and is named', async () => {
    const copy = copyOfFixture();
    try {
      const live = createKnowledge({ dir: copy.dir });
      const count = live.content().phrases.phrases.length;
      const file = join(copy.dir, 'phrases/desk-a/pause.txt');
      rmSync(file);
      mkdirSync(file);
      const report = await live.reload();
      expect(report.faults).toMatchObject([{ file: 'phrases/desk-a/pause.txt' }]);
      expect(report.relearned).toBe(false);
      expect(live.content().phrases.phrases).toHaveLength(count);
    } finally {
      copy.remove();
    }
  });
});

describe('the cache of learned models', () => {
  const folder = (): string => mkdtempSync(join(tmpdir(), 'guichet-cache-'));

  test('gives the same understanding as learning does', () => {
    const cacheDir = folder();
    try {
      const learned = createKnowledge({ dir: FIXTURE, cacheDir });
      const lines: string[] = [];
      const restored = createKnowledge({
        dir: FIXTURE,
        cacheDir,
        log: { info: (line) => lines.push(line), warn: (line) => lines.push(line) },
      });
      expect(lines.join()).toMatch(/restored/);
      for (const text of ['mon virement', 'pause', 'il ne vient plus', 'liban', 'Where is my money?']) {
        const { topics, decision, intents } = learned.understand(text);
        expect(restored.understand(text)).toMatchObject({ topics, decision, intents });
      }
    } finally {
      rmSync(cacheDir, { recursive: true });
    }
  });

  test.each([
    ['cut short', (file: Buffer) => file.subarray(0, file.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['of something else', () => Buffer.from('not a cache at all')],
  ])('a cache file that is %s is not used', (_, damage) => {
    const cacheDir = folder();
    try {
      createKnowledge({ dir: FIXTURE, cacheDir });
      const file = join(cacheDir, 'knowledge.bin');
      writeFileSync(file, damage(readFileSync(file)));
      const lines: string[] = [];
      createKnowledge({
        dir: FIXTURE,
        cacheDir,
        log: { info: (line) => lines.push(line), warn: (line) => lines.push(line) },
      });
      expect(lines.join()).toMatch(/learned/);
    } finally {
      rmSync(cacheDir, { recursive: true });
    }
  });

  test('a folder that cannot be written costs a warning, not the start', () => {
    const warnings: string[] = [];
    const options = {
      dir: FIXTURE,
      cacheDir: '/dev/null/x',
      log: { info: () => undefined, warn: (line: string) => warnings.push(line) },
    };
    expect(createKnowledge(options).desks()).toEqual(['desk-a']);
    expect(warnings).toHaveLength(1);
  });
});
