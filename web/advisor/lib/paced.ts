/**
 * Does something at once, and when asked again before `everyMs` have passed, once more at their end: however often it is asked for, it
 * happens no more often, and never too late to see the last change.
 */
export function paced(work: () => void, everyMs: number): () => void {
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const run = (): void => {
    timer = null;
    last = Date.now();
    work();
  };
  return () => {
    if (timer !== null) return;
    const wait = last + everyMs - Date.now();
    if (wait <= 0) run();
    else timer = setTimeout(run, wait);
  };
}
