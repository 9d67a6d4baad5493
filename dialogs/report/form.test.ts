import fc from 'fast-check';
import type { Assignment } from '../../data/people/types';
import { REPORT_QUESTIONS } from '../../data/reports/types';
import { matchNames } from '../../knowledge/entities/match-names';
import { readTimes } from '../../knowledge/time/read';
import { advance } from '../form/advance';
import { knownValues, settle } from '../form/settle';
import { newFormState } from '../form/state';
import type { FormState, Step } from '../form/types';
import { reportSpec, type ReportEnv } from './form';

const assignment = (id: string, pupil: string, family: string, rest: Partial<Assignment>): Assignment => ({
  id,
  personId: 'p',
  family,
  pupil,
  subject: 'Anglais',
  level: '5e',
  couponsTotal: 10,
  couponsUsed: 3,
  startsOn: new Date('2026-09-01T12:00:00Z'),
  endedAt: null,
  startReport: 'done',
  endReport: 'none',
  ...rest,
});

function envOf(records: readonly Assignment[], rest: Partial<ReportEnv> = {}): ReportEnv {
  return {
    now: new Date('2026-11-18T09:00:00Z'),
    zone: 'Europe/Paris',
    readTimes,
    matchNames: (text, candidates, nameOf) => matchNames(text, candidates, nameOf, () => false),
    assignments: records.map((record) => ({
      record,
      label: `${record.pupil} (${record.family})`,
      names: [record.pupil, record.family, `${record.pupil} ${record.family}`],
    })),
    reports: [],
    fixed: null,
    ...rest,
  };
}

const DONE = assignment('done', 'Léa', 'Bernard', {});
const LAST = assignment('last', 'Léa', 'Roche', { couponsUsed: 9 });
const FIRST = assignment('first', 'Tom', 'Retour', { couponsUsed: 1, startReport: 'none' });
const BOTH = assignment('both', 'Noah', 'Hoarau', { couponsUsed: 9, startReport: 'none' });

/** As a form is opened: a sentence that names nothing opens it all the same. */
function open(env: ReportEnv, text: string): Step {
  const fresh = newFormState({ id: 'report', version: 1 }, { now: env.now });
  const step = advance(reportSpec(env), fresh, { kind: 'text', text }, env);
  return step.kind === 'not-understood' ? settle(reportSpec(env), fresh, env) : step;
}
const say = (env: ReportEnv, state: FormState, text: string): Step =>
  advance(reportSpec(env), state, { kind: 'text', text }, env);

describe('which report is meant', () => {
  test.each([
    ['the one that is due', [DONE, LAST], 'je fais le bilan de Léa', { assignment: 'last', kind: 'end' }],
    ['by the family', [LAST, FIRST], 'bilan de la famille Retour', { assignment: 'first', kind: 'start' }],
    [
      'the only one that is due',
      [DONE, FIRST],
      'je veux remplir le bilan',
      { assignment: 'first', kind: 'start' },
    ],
    ['said with its kind', [BOTH, LAST], 'le bilan de fin de Noah', { assignment: 'both', kind: 'end' }],
  ])('%s', (_, records, text, meant) => {
    const env = envOf(records);
    const step = open(env, text);
    expect(knownValues(reportSpec(env), step.state, env)).toMatchObject(meant);
    expect(step).toMatchObject({ kind: 'ask', slot: 'workedOn' });
  });

  test.each([
    ['two pupils', [LAST, FIRST], 'je veux remplir le bilan', 'assignment'],
    ['both of one pupil', [BOTH], 'je veux remplir le bilan', 'kind'],
    ['nothing due for her', [DONE, FIRST], 'le bilan de Léa', 'assignment'],
    ['not open yet', [FIRST], 'le bilan de fin de Tom', 'kind'],
  ])('%s: asked', (_, records, text, slot) => {
    expect(open(envOf(records), text)).toMatchObject({ kind: 'ask', slot });
  });

  test('called by another form it is not to be chosen', () => {
    const env = envOf([LAST, FIRST], { fixed: { assignmentId: 'last', kind: 'end' } });
    expect(reportSpec(env).slots.map(({ name }) => name)).toEqual([...REPORT_QUESTIONS]);
  });
});

describe('answers in her own words', () => {
  const env = envOf([LAST, FIRST], { fixed: { assignmentId: 'last', kind: 'end' } });
  const fresh = newFormState({ id: 'report', version: 1 }, { now: env.now });

  test('any words are an answer, and a later correction never loses another one', () => {
    const words = fc.constantFrom(
      'on a vu Tom et la famille Retour',
      'hier de 14h à 16h',
      'aucune',
      'non',
      'le 12 novembre, demain matin',
      'je ne sais pas',
      'oui',
      '3 coupons',
    );
    fc.assert(
      fc.property(
        fc.tuple(words, words, words, words, words),
        fc.nat({ max: 4 }),
        words,
        (said, which, changed) => {
          let state = advance(reportSpec(env), fresh, { kind: 'back' }, env).state;
          for (const text of said) state = say(env, state, text).state;
          expect(REPORT_QUESTIONS.map((name) => state.values[name])).toEqual(said);
          const slot = REPORT_QUESTIONS[which] ?? 'level';
          const asked = advance(reportSpec(env), state, { kind: 'correct', slot }, env);
          const after = say(env, asked.state, changed).state;
          expect(REPORT_QUESTIONS.map((name) => after.values[name])).toEqual(
            said.map((text, index) => (index === which ? changed : text)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each(['retour', 'annuler', 'recommencer'])('"%s" alone is an order', (text) => {
    const state = say(
      env,
      advance(reportSpec(env), fresh, { kind: 'back' }, env).state,
      'les fractions',
    ).state;
    const step = say(env, state, text);
    expect(step.state.values).not.toMatchObject({ level: text });
  });

  test('what an earlier conversation answered is not asked again', () => {
    const earlier = envOf([LAST], {
      fixed: { assignmentId: 'last', kind: 'end' },
      reports: [
        {
          assignmentId: 'last',
          kind: 'end',
          status: 'draft',
          answers: { workedOn: 'x', goals: 'y' },
          updatedAt: env.now,
          doneAt: null,
        },
      ],
    });
    const step = advance(reportSpec(earlier), fresh, { kind: 'back' }, earlier);
    expect(step).toMatchObject({ kind: 'ask', slot: 'level' });
  });
});
