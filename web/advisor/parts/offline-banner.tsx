import { Button } from '@fluentui/react-components';
import { useSession } from '../context';
import css from './banner.module.css';

/** The server does not answer: what is shown may be old, and nothing is lost. */
export function OfflineBanner(props: { readonly onRetry: () => void }) {
  const { live } = useSession().strings;
  return (
    <div className={css.banner} role="status">
      <span>{live.offline}</span>
      <Button size="small" onClick={props.onRetry}>
        {live.retry}
      </Button>
    </div>
  );
}
