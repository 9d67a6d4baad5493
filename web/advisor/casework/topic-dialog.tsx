import { useState } from 'react';
import type { TopicChoices } from '../../../bot/advisor-api/contract-tickets';
import { DialogFrame } from '../appointments/dialog-frame';
import css from '../appointments/dialogs.module.css';
import { useResource, useSession } from '../context';
import { paths } from '../lib/paths';
import type { CaseDialogProps } from './dialogs';
import { TopicField } from './topic-field';
import { useCall } from './use-call';
import { useCasework } from './use-casework';

/** Says that a ticket is about something else. */
export default function TopicDialog({ ticket, onClose }: CaseDialogProps) {
  const { topic, cancel } = useSession().strings.casework;
  const { data } = useResource<TopicChoices>(paths.ofTicket(ticket.id, 'topics'));
  const [topicId, setTopicId] = useState(ticket.topicId);
  const casework = useCasework();
  const call = useCall();
  const confirm = async (): Promise<void> => {
    const title = data?.topics.find(({ id }) => id === topicId)?.title ?? topicId;
    const done = await call.run(() => casework.changeTopic(ticket, topicId, title).then(() => true));
    if (done) onClose();
  };
  return (
    <DialogFrame
      title={topic.title}
      leave={cancel}
      confirm={topic.confirm}
      ready={topicId !== ticket.topicId}
      busy={call.busy}
      fault={call.fault}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p className={css.lead}>{topic.lead}</p>
      <TopicField choices={data} value={topicId} onChange={setTopicId} />
    </DialogFrame>
  );
}
