import { useEffect, useRef, useState } from 'react';
import { type Notice, useSession } from '../context';
import css from './banner.module.css';

const SHOWN_MS = 5_000;

/** What has just been done, and the way back, for five seconds; longer while somebody points at it or has focus in it. */
export function Snackbar(props: { readonly notice: Notice | null; readonly onClose: () => void }) {
  const { notice, onClose } = props;
  const { done } = useSession().strings;
  const [held, setHeld] = useState(false);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (notice === null || held) return undefined;
    const timer = window.setTimeout(() => close.current(), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [notice, held]);

  return (
    <div role="status" aria-live="polite">
      {notice && (
        <div
          className={css.snackbar}
          data-tone={notice.tone}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{notice.text}</span>
          <button
            type="button"
            className={css.action}
            onClick={() => {
              setHeld(false);
              onClose();
              notice.undo?.();
            }}
          >
            {notice.undo ? done.undo : done.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}
