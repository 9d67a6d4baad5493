import type { ReactNode } from 'react';
import { useSession } from '../context';
import type { ApiFailure } from '../lib/api';
import { FailurePage, Skeleton } from './states';

/** What has been read, or that it is being read, or why it cannot be. */
export function Loaded<T>(props: {
  readonly data: T | undefined;
  readonly failure: ApiFailure | null;
  readonly children: (data: T) => ReactNode;
}) {
  const { strings, resources } = useSession();
  const { data, failure, children } = props;
  if (data !== undefined) return <>{children(data)}</>;
  if (failure) return <FailurePage strings={strings} failure={failure} onRetry={() => resources.refresh()} />;
  return (
    <div aria-busy>
      <Skeleton width="100%" height={160} />
    </div>
  );
}
