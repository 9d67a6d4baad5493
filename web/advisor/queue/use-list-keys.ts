import { type RefObject, useRef } from 'react';
import type { TicketSummary } from '../../../bot/advisor-api/contract';
import { useShortcuts } from '../lib/shortcuts';

/**
 * j and k move among the rows, x selects, a and e act on the row in focus. A row that is moved to may not be drawn yet: it is scrolled
 * to, then focused.
 */
export function useListKeys(list: {
  readonly rows: readonly TicketSummary[];
  /** The row whose ticket is open; -1: none. */
  readonly openIndex: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly scrollTo: (index: number) => void;
  readonly select: (id: string) => void;
  readonly assign?: (row: TicketSummary) => void;
  readonly resolve?: (row: TicketSummary) => void;
}): void {
  const { rows, openIndex, scroller, scrollTo } = list;
  /** Where she was, also when that row has been scrolled out of the page. */
  const last = useRef(-1);

  const focused = (): number => {
    const row = document.activeElement?.closest('[data-index]');
    return row && scroller.current?.contains(row) ? Number(row.getAttribute('data-index')) : -1;
  };
  const focus = (index: number, tries: number): void => {
    const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`);
    if (link) link.focus({ preventScroll: true });
    else if (tries > 0) requestAnimationFrame(() => focus(index, tries - 1));
  };
  const move = (step: 1 | -1): void => {
    if (rows.length === 0) return;
    const at = [focused(), last.current, openIndex].find((index) => index >= 0);
    const next = at === undefined ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1);
    last.current = next;
    scrollTo(next);
    focus(next, 5);
  };
  const onFocused = (act: ((row: TicketSummary) => void) | undefined) =>
    act &&
    (() => {
      const row = rows[focused()];
      if (row) act(row);
    });

  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    x: () => {
      const row = rows[focused()] ?? rows[openIndex];
      if (row) list.select(row.id);
    },
    a: onFocused(list.assign),
    e: onFocused(list.resolve),
  });
}
