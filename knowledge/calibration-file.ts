import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Calibration } from './retrieval/confidence';
import { DEFAULT_CALIBRATION } from './retrieval/confidence';

const FILE = 'calibration.json';

const shape = z.strictObject({
  scope: z.array(z.number()).length(DEFAULT_CALIBRATION.scope.length),
  sharpness: z.number().positive(),
  chooserSharpness: z.number().positive(),
  trust: z.array(z.number()).length(DEFAULT_CALIBRATION.trust.length),
  answerFrom: z.number().min(0).max(1),
  refuseBelow: z.number().min(0).max(1),
  told: z.tuple([z.number(), z.number().positive()]),
});

/**
 * The calibration of a knowledge folder, as `guichet kb calibrate` wrote it. Fitting it takes ten times as long as learning the desks and
 * it changes little from phrase to phrase, so it is kept with the articles. null: there is none that can be used.
 */
export function readCalibration(dir: string): Calibration | null {
  try {
    return shape.parse(JSON.parse(readFileSync(join(dir, FILE), 'utf8')));
  } catch {
    return null;
  }
}

/** Writes a calibration beside the articles. Throws when the folder cannot be written. */
export function writeCalibration(dir: string, calibration: Calibration): void {
  writeFileSync(join(dir, FILE), `${JSON.stringify(calibration, null, 2)}\n`);
}
