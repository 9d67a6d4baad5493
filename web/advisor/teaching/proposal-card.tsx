import { Button, Field, Select, Spinner, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProposalView, TeachingView, TrialView } from '../../../bot/advisor-api/contract-teaching';
import { useCall } from '../casework/use-call';
import { useSession } from '../context';
import { ApiFailure, post } from '../lib/api';
import css from './teaching.module.css';
import { TrialTable } from './trial-table';
import { useSay } from './use-teaching';

/** A phrase to be read: edited, measured, then learned or refused. */
export function ProposalCard(props: {
  readonly proposal: ProposalView;
  readonly topics: TeachingView['topics'];
  readonly onDecided: () => void;
}) {
  const { proposal, topics, onDecided } = props;
  const { strings, notify } = useSession();
  const { proposals: words, clusters, learned, refused, decided } = strings.teaching;
  const [text, setText] = useState(proposal.text);
  const choices = topics.filter(({ desk }) => desk === proposal.desk);
  // A topic that is gone since has to be chosen anew.
  const [topicId, setTopicId] = useState(choices.find(({ id }) => id === proposal.topicId)?.id ?? '');
  const [trial, setTrial] = useState<TrialView | null>(null);
  const call = useCall();
  const say = useSay();
  const path = `/phrases/${proposal.id}`;
  const unready = text.trim() === '' || topicId === '';

  const edit = (change: () => void): void => {
    change();
    setTrial(null);
  };
  const measure = async (): Promise<void> => {
    const tried = await call.run(() => post<TrialView>(`${path}/try`, { text, topicId }));
    if (tried) setTrial(tried);
  };
  const accept = async (): Promise<void> => {
    const done = await call.run(async () => {
      try {
        await post(`${path}/accept`, { text, topicId, force: trial?.worse ?? false });
        return true;
      } catch (error) {
        // What it would make worse is shown beside the button that forces it.
        const worse = error instanceof ApiFailure ? trialOf(error) : null;
        if (worse !== null) setTrial(worse);
        throw error;
      }
    });
    if (!done) return;
    const undo = () => void say(() => post(`${path}/reopen`, {}).then(() => decided.undone));
    notify({ text: learned, undo });
    onDecided();
  };
  const refuse = () =>
    say(
      () => post(`${path}/refuse`, {}).then(() => refused),
      () => post(`${path}/reopen`, {}).then(() => decided.undone),
    );

  return (
    <li className={css.card}>
      <p className={css.origin}>
        {words.sources[proposal.source]}, {words.by(proposal.proposedBy)}
      </p>
      {proposal.formerTitle !== null && <p className={css.origin}>{words.former(proposal.formerTitle)}</p>}
      <Field label={words.text} hint={words.textHint} required>
        <Textarea value={text} maxLength={500} onChange={(_, data) => edit(() => setText(data.value))} />
      </Field>
      <Field label={words.topic} required>
        <Select value={topicId} onChange={(_, { value }) => edit(() => setTopicId(value))}>
          {topicId === '' && <option value="">{clusters.choose}</option>}
          {choices.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      {trial !== null && <TrialTable trial={trial} />}
      {call.busy && <Spinner size="tiny" label={words.busy} labelPosition="after" />}
      {call.fault !== null && (
        <p role="alert" className={css.fault}>
          {call.fault}
        </p>
      )}
      <div className={css.actions}>
        <Button appearance="primary" disabledFocusable={call.busy || unready} onClick={() => void accept()}>
          {trial?.worse ? words.force : words.accept}
        </Button>
        <Button disabledFocusable={call.busy || unready} onClick={() => void measure()}>
          {words.try}
        </Button>
        <Button disabledFocusable={call.busy} onClick={() => void refuse()}>
          {words.refuse}
        </Button>
      </div>
    </li>
  );
}

/** The figures that came with a refusal; null: it was refused for something else. */
const trialOf = ({ code, body }: ApiFailure): TrialView | null =>
  code === 'worse' ? ((body as { readonly trial?: TrialView } | null)?.trial ?? null) : null;
