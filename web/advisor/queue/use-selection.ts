import { useCallback, useEffect, useRef, useState } from 'react';
import type { TicketSummary } from '../../../bot/advisor-api/contract';

/** As many as can be changed at once. */
export const MOST_SELECTED = 100;

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Those of the list that are selected, as they are now. */
  readonly tickets: readonly TicketSummary[];
  /** Selects one or takes it back; with `range` everything from the last one on. */
  toggle(id: string, range?: boolean): void;
  all(): void;
  clear(): void;
}

/** Which rows are selected. What leaves the list is not selected any more. */
export function useSelection(rows: readonly TicketSummary[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  // Always the same function: rows that are drawn already are not drawn again when more are read.
  const toggle = useCallback((id: string, range = false) => {
    const list = latest.current;
    const from = list.findIndex((row) => row.id === anchor.current);
    const to = list.findIndex((row) => row.id === id);
    anchor.current = id;
    setIds((before) => {
      const next = new Set(before);
      if (range && from >= 0 && to >= 0) {
        for (const row of list.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(row.id);
      } else if (!next.delete(id)) next.add(id);
      return new Set([...next].slice(0, MOST_SELECTED));
    });
  }, []);
  return {
    ids,
    tickets: ids.size === 0 ? [] : rows.filter((row) => ids.has(row.id)),
    toggle,
    all: () => setIds(new Set(rows.slice(0, MOST_SELECTED).map((row) => row.id))),
    clear: () => setIds(new Set()),
  };
}
