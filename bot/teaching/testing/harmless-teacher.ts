import { ok, refused } from '../../../data/result';
import type { Teacher } from '../teacher';

const MEASURED = { inScope: 10, right: 9, wronglyAnswered: 1, outOfScope: 5, answeredOutOfScope: 0 };

/** Finds a phrase with "pire" harmful and any other harmless, and writes nothing. */
export const harmlessTeacher: Teacher = {
  try: async ({ text }) => {
    const worse = text.includes('pire');
    return ok({ before: MEASURED, after: { ...MEASURED, right: worse ? 8 : 9 }, worse });
  },
  teach: async ({ text }, force) => {
    const worse = text.includes('pire');
    const trial = { before: MEASURED, after: { ...MEASURED, right: worse ? 8 : 9 } };
    return worse && !force
      ? refused({ code: 'worse', trial: { ...trial, worse } })
      : ok({ ...trial, forced: worse });
  },
  unteach: async () => ok(null),
};
