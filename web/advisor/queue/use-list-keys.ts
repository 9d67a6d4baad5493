import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { TicketSummary } from '../../../bot/advisor-api/contract';
import { useShortcuts } from '../lib/shortcuts';

/** How long a row that is scrolled to may take to be drawn, in frames: five seconds. */
const MOST_FRAMES = 300;

/** After how many frames it is scrolled to once more: a list that was drawn anew meanwhile may have forgotten it. */
const SCROLLED_AGAIN = 15;

/**
 * j and k move among the rows, x selects, a and e act on the row in focus. A row that is moved to may not be drawn yet: it is scrolled
 * to, then focused.
 */
export function useListKeys(list: {
  readonly rows: readonly TicketSummary[];
  /** What is listed: another one begins at its first row. */
  readonly of: object;
  /** Whether rows are still to come: a move beyond the last one that is there waits for them. */
  readonly more: boolean;
  /** The row whose ticket is open; -1: none. */
  readonly openIndex: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly scrollTo: (index: number) => void;
  readonly select: (id: string) => void;
  readonly assign?: (row: TicketSummary) => void;
  readonly resolve?: (row: TicketSummary) => void;
}): void {
  const { rows, more, openIndex, scroller, scrollTo } = list;
  /** Where she was, also when that row has been scrolled out of the page. */
  const last = useRef(-1);
  /** The row that is being moved to and is not drawn yet: the next key goes on from there. */
  const coming = useRef(-1);
  /** Moves beyond the last row that has been read; the first of an empty list goes to its first row. */
  const owed = useRef(0);

  const focused = (): number => {
    const row = document.activeElement?.closest('[data-index]');
    return row && scroller.current?.contains(row) ? Number(row.getAttribute('data-index')) : -1;
  };
  const focus = (index: number, tries: number): void => {
    // A later key has moved on: this row must not take the focus back.
    if (coming.current !== index) return;
    const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`);
    if (link || tries === 0) {
      link?.focus({ preventScroll: true });
      coming.current = -1;
      return;
    }
    if (tries % SCROLLED_AGAIN === 0) scrollTo(index);
    requestAnimationFrame(() => focus(index, tries - 1));
  };
  const move = (step: 1 | -1): void => {
    const at = [coming.current, focused(), last.current, openIndex].find((index) => index >= 0);
    const wanted = at === undefined ? 0 : Math.max(at + step, 0);
    if (step < 0) owed.current = 0;
    else if (wanted >= rows.length && more) owed.current += 1;
    if (rows.length > 0) goTo(Math.min(wanted, rows.length - 1));
  };
  const goTo = (index: number): void => {
    last.current = index;
    coming.current = index;
    scrollTo(index);
    focus(index, MOST_FRAMES);
  };
  useLayoutEffect(() => {
    last.current = -1;
    coming.current = -1;
    owed.current = 0;
  }, [list.of]);
  // Before the next key, not after the next frame: a key in between would be lost or counted twice.
  useLayoutEffect(() => {
    if (owed.current === 0) return;
    const steps = Math.min(owed.current, rows.length - 1 - last.current);
    if (steps <= 0) return;
    owed.current -= steps;
    goTo(last.current + steps);
    // What was owed is done when rows arrive, and only then.
  }, [rows.length]);
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
