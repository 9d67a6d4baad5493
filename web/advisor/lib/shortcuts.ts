import { useLayoutEffect, useRef } from 'react';

export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

/** Fields take every key but Escape; a dialog or a menu takes them all. */
function taken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return true;
  const typing = target?.closest('input, textarea, select, [contenteditable="true"]');
  return Boolean(typing) && event.key !== 'Escape';
}

/** One-key commands, by `KeyboardEvent.key`, while the component is shown. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  // Both with what is drawn, before any key: one pressed at once must find somebody who listens, and the rows that are seen.
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const run = latest.current[event.key];
      if (run === undefined || taken(event)) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
