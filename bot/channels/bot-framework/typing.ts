/** Teams shows the indicator for a few seconds. */
const REPEAT_MS = 3_000;
/** An answer does not wait longer than this for the indicator that goes before it. */
const ORDER_MS = 400;

/**
 * Shows at once that an answer is being made, and goes on showing it.
 *
 * @param send sends one typing activity; may fail: then nothing is shown.
 * @returns ends it. Resolves when the first indicator has left, so that it does not come after the answer.
 */
export function showTyping(send: () => Promise<void>): () => Promise<void> {
  const quietly = (): Promise<void> => send().catch(() => undefined);
  const first = quietly();
  const timer = setInterval(() => void quietly(), REPEAT_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await within(first, ORDER_MS);
  };
}

/** Waits for some work, but not longer than this. @returns whether it was done in time; its failure is thrown if it was. */
export async function within(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
