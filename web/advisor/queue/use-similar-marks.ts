import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { SimilarCounts as Answer } from '../../../bot/advisor-api/contract-queue';
import type { TicketSummary } from '../../../bot/advisor-api/contract';
import { useNow, useSession } from '../context';
import { get } from '../lib/api';
import { paths } from '../lib/paths';
import { type SimilarCounts, SimilarMarks } from '../lib/similar-marks';

/** While somebody scrolls nothing is asked, in milliseconds. */
const REST_MS = 200;

/** With how many others the rows in sight could be answered. */
export function useSimilarMarks(rows: readonly TicketSummary[], first: number, last: number): SimilarCounts {
  const { resources } = useSession();
  const now = useNow();
  const marks = useMemo(
    () => new SimilarMarks(async (ids) => (await get<Answer>(paths.similar(ids))).counts),
    // Whoever signs in anew has resources of her own.
    [resources],
  );
  useEffect(() => {
    const timer = window.setTimeout(() => void marks.show(rows.slice(first, last + 1), now), REST_MS);
    return () => window.clearTimeout(timer);
  }, [marks, rows, first, last, now]);
  return useSyncExternalStore(marks.subscribe, marks.snapshot);
}
