import { Checkbox, Field } from '@fluentui/react-components';
import { useState } from 'react';
import type { TopicChoices } from '../../../bot/advisor-api/contract-tickets';
import { DialogFrame } from '../appointments/dialog-frame';
import css from '../appointments/dialogs.module.css';
import { useResource, useSession } from '../context';
import { paths } from '../lib/paths';
import type { CaseDialogProps } from './dialogs';
import { TopicField } from './topic-field';
import { useCall } from './use-call';
import { proposePhrase } from '../teaching/use-teaching';
import { useCasework } from './use-casework';

/** Says that a ticket is about something else. */
export default function TopicDialog({ ticket, onClose }: CaseDialogProps) {
  const { casework: words, teaching } = useSession().strings;
  const { topic, cancel } = words;
  const { data } = useResource<TopicChoices>(paths.ofTicket(ticket.id, 'topics'));
  const [topicId, setTopicId] = useState(ticket.topicId);
  const casework = useCasework();
  const [teach, setTeach] = useState(true);
  const call = useCall();
  const confirm = async (): Promise<void> => {
    const title = data?.topics.find(({ id }) => id === topicId)?.title ?? topicId;
    const proposed = (): void => {
      // The request has its topic; that a phrase could not be proposed takes nothing from that.
      if (teach) void proposePhrase(lessonOf(ticket, topicId)).catch(() => undefined);
    };
    const asked = await call.run(() =>
      casework.changeTopic(ticket, topicId, title, proposed).then(() => true),
    );
    if (asked) onClose();
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
      <Field hint={teaching.propose.hint}>
        <Checkbox
          checked={teach}
          label={teaching.propose.check}
          onChange={(_, { checked }) => setTeach(checked === true)}
        />
      </Field>
    </DialogFrame>
  );
}

/** Her own words, for the topic that they were about. */
const lessonOf = (ticket: CaseDialogProps['ticket'], topicId: string) => ({
  desk: ticket.desk,
  text: ticket.subject.slice(0, 500),
  topicId,
  formerTopicId: ticket.topicId,
  source: { kind: 'ticket' as const, id: ticket.id },
});
