import { type ComponentType, lazy, Suspense } from 'react';
import type { TicketDetail } from '../../../bot/advisor-api/contract';

/** The dialogs that a ticket's menu opens, each loaded when it is first asked for. */
const DIALOGS = {
  topic: lazy(() => import('./topic-dialog')),
  merge: lazy(() => import('./merge-dialog')),
  split: lazy(() => import('./split-dialog')),
  link: lazy(() => import('./link-dialog')),
  propose: lazy(() => import('./propose-dialog')),
  many: lazy(() => import('./many-dialog')),
} as const satisfies Readonly<Record<string, ComponentType<CaseDialogProps>>>;

export type CaseDialogId = keyof typeof DIALOGS;

export interface CaseDialogProps {
  readonly ticket: TicketDetail;
  readonly onClose: () => void;
}

export function CaseDialog(props: CaseDialogProps & { readonly id: CaseDialogId }) {
  const { id, ...rest } = props;
  const Dialog = DIALOGS[id];
  return (
    <Suspense>
      <Dialog {...rest} />
    </Suspense>
  );
}
