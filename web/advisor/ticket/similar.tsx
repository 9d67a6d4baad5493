import { Button } from '@fluentui/react-components';
import { ChatMultipleRegular } from '@fluentui/react-icons/svg/chat-multiple';
import type { TicketDetail } from '../../../bot/advisor-api/contract';
import type { SimilarTickets } from '../../../bot/advisor-api/contract-tickets';
import { CaseDialog } from '../casework/dialogs';
import { useResource, useSession } from '../context';
import { paths } from '../lib/paths';
import { isOngoing } from '../lib/ticket-status';

/** "12 demandes semblables": answers them together, as does the mark of its row in the list. Nothing where there are none. */
export function SimilarButton(props: { readonly ticket: TicketDetail }) {
  const { ticket } = props;
  const { strings, route, go } = useSession();
  const { many } = strings.casework;
  const open = route.page === 'queue' && route.together === true;
  const turn = (together?: true): void => {
    if (route.page === 'queue') go({ ...route, together }, { replace: true });
  };
  const { data } = useResource<SimilarTickets>(
    isOngoing(ticket.status) ? paths.ofTicket(ticket.id, 'similar') : null,
  );
  return (
    <>
      {data !== undefined && data.count > 0 && (
        <Button size="small" icon={<ChatMultipleRegular />} onClick={() => turn(true)}>
          {many.similar(data.count)}
        </Button>
      )}
      {/* Answering them may settle this one too: the result stays in sight. */}
      {open && <CaseDialog id="many" ticket={ticket} onClose={() => turn()} />}
    </>
  );
}
