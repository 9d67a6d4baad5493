import type { Dictionaries } from '../text/dictionaries';
import { Spelling } from '../text/spelling';
import { Analyser } from './analyse';
import type { HeldOut } from './calibrate';
import { fitCalibration, fitSharpnessOf } from './calibrate';
import type { Calibration } from './confidence';
import { DEFAULT_CALIBRATION } from './confidence';
import type { TrainOptions } from './desk-model';
import { signalsOf, trainDesk } from './desk-model';
import { CHOOSER, chooserExamples } from './desk-chooser';
import { studyTexts } from './engine';
import type { DeskExamples, Example } from './examples';
import { hashString } from './hashing';

/** How many times everything is learned anew, each time without a part of the phrases. */
const FOLDS = 3;
/** Below this many phrases nothing is fitted: the numbers would say more about chance than about the desk. */
const FEWEST_PHRASES = 200;

const foldOf = (text: string): number => (hashString(text, 0x3c6ef372) >>> 9) % FOLDS;

/** A phrase judged by a model that had not seen it. */
export interface JudgedPhrase extends HeldOut {
  readonly text: string;
  readonly desk: string;
  readonly topicId: string;
}

/** Every phrase of the desks so judged, and every phrase judged by the desk chooser. */
export interface CrossFit {
  readonly desks: readonly JudgedPhrase[];
  readonly chooser: readonly HeldOut[];
}

/** A phrase is judged; sentences of articles and phrases of other desks only teach. */
const isJudged = ({ weight }: Example): boolean => weight === 1;

function* heldOutOf(
  set: DeskExamples,
  fold: number,
  analyser: Analyser,
  options?: TrainOptions,
): Generator<void, readonly JudgedPhrase[]> {
  const train = set.examples.filter(({ text }) => foldOf(text) !== fold);
  const model = yield* trainDesk({ ...set, examples: train }, analyser, options);
  const judged = set.examples.filter((example) => isJudged(example) && foldOf(example.text) === fold);
  const samples: JudgedPhrase[] = [];
  for (const { text, topicId } of judged) {
    const analysis = analyser.analyse(text);
    samples.push({
      signals: signalsOf(model, analysis),
      label: set.classes.indexOf(topicId),
      text,
      desk: set.desk,
      topicId,
    });
    if (samples.length % 100 === 0) yield;
  }
  return samples;
}

/** Measures every phrase by models that had not seen it. */
export function* crossFit(
  sets: readonly DeskExamples[],
  dictionaries: Dictionaries,
): Generator<void, CrossFit> {
  const desks: JudgedPhrase[] = [];
  const chooser: HeldOut[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const texts = sets.flatMap(({ examples }) => examples.map(({ text }) => text));
    const { words, fallback } = studyTexts(
      new Set(texts.filter((text) => foldOf(text) !== fold)),
      dictionaries,
    );
    const analyser = new Analyser(dictionaries, new Spelling(words), fallback);
    for (const set of sets) desks.push(...(yield* heldOutOf(set, fold, analyser)));
    if (sets.length > 1) chooser.push(...(yield* heldOutOf(chooserExamples(sets), fold, analyser, CHOOSER)));
  }
  return { desks, chooser };
}

/** The calibration that a cross-fit gives. */
export const calibrationOf = ({ desks, chooser }: CrossFit): Calibration => ({
  ...fitCalibration(desks),
  chooserSharpness: fitSharpnessOf(chooser),
});

/** Fits the calibration of some desks; the default one when there are too few phrases. Deterministic. */
export function* calibrate(
  sets: readonly DeskExamples[],
  dictionaries: Dictionaries,
): Generator<void, Calibration> {
  const judged = sets.reduce((sum, { examples }) => sum + examples.filter(isJudged).length, 0);
  if (judged < FEWEST_PHRASES) return DEFAULT_CALIBRATION;
  return calibrationOf(yield* crossFit(sets, dictionaries));
}
