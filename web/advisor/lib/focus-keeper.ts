/** What is opened over the page and goes again: the focus returns to where it was opened from. */
const PASSING = '[role="dialog"], [role="alertdialog"], [role="menu"]';
const FOCUSABLE =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex]';

/**
 * Never leaves somebody without a mouse at the top of the page: when what has the focus goes (a dialog that is closed, a button that is
 * done) and nobody gives the focus on, it returns to where she was, or to what is left around it. A field that is left on purpose
 * keeps nothing. @returns what ends it.
 */
export function keepFocus(): () => void {
  /** What had the focus last, and what it stands in, the innermost first. */
  let last: readonly Element[] = [];
  /** The same of the page below dialogs and menus. */
  let below: readonly Element[] = [];
  let looking = false;

  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element) || target === document.body) return;
    last = withAncestors(target);
    if (target.closest(PASSING) === null) below = last;
  };
  const look = (): void => {
    looking = false;
    const [had] = last;
    if (had === undefined || isThere(had) || !isLost()) return;
    const back = [...last, ...below].find((each) => isThere(each) && each.matches(FOCUSABLE));
    if (back instanceof HTMLElement) back.focus({ preventScroll: true });
  };
  // What draws it next may give the focus on itself: a frame is left to it.
  const soon = (): void => {
    if (looking || !isLost()) return;
    looking = true;
    requestAnimationFrame(() => requestAnimationFrame(look));
  };

  const changes = new MutationObserver(soon);
  changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', onFocus);
  return () => {
    changes.disconnect();
    document.removeEventListener('focusin', onFocus);
  };
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

const isThere = (element: Element): boolean =>
  element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0;

function withAncestors(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
    found.push(each);
  }
  return found;
}
