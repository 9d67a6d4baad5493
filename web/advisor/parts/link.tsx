import type { AnchorHTMLAttributes, MouseEvent, Ref } from 'react';
import { useSession } from '../context';
import { hrefOf, type Route } from '../lib/route';

/** A link within the queue: a real address, so that it opens in a new tab too, without loading the page again. */
export function Link(
  props: AnchorHTMLAttributes<HTMLAnchorElement> & {
    readonly to: Route;
    readonly ref?: Ref<HTMLAnchorElement>;
  },
) {
  const { to, onClick, ...rest } = props;
  const { go } = useSession();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return <a {...rest} href={hrefOf(to)} onClick={follow} />;
}
