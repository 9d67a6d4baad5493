import { Checkbox, Field, ProgressBar, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { ManyAnswered, SimilarTickets } from '../../../bot/advisor-api/contract-tickets';
import { DialogFrame } from '../appointments/dialog-frame';
import css from '../appointments/dialogs.module.css';
import { useNow, useResource, useSession } from '../context';
import { post } from '../lib/api';
import { elapsed } from '../lib/dates';
import { newId } from '../lib/new-id';
import { isTicket, isTicketList, paths } from '../lib/paths';
import { Skeleton } from '../parts/states';
import own from './casework.module.css';
import type { CaseDialogProps } from './dialogs';

/** Tickets answered with one call: small enough that progress is seen. */
const AT_ONCE = 5;
const LONGEST = 8000;

type Outcome = ManyAnswered['results'][number] | { readonly id: string; readonly outcome: 'failed' };

/** One reply to the tickets of one cause, each told in its own chat. */
export default function ManyDialog({ ticket, onClose }: CaseDialogProps) {
  const { strings, resources } = useSession();
  const { many, files, cancel } = strings.casework;
  const { data } = useResource<SimilarTickets>(paths.ofTicket(ticket.id, 'similar'));
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const [text, setText] = useState('');
  const [solve, setSolve] = useState(false);
  const [clientId] = useState(newId);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome> | null>(null);
  const [busy, setBusy] = useState(false);
  const chosen =
    picked ?? new Set((data?.tickets ?? []).filter(({ similar }) => similar).map((one) => one.ticket.id));
  const failed = [...(outcomes?.values() ?? [])].filter(({ outcome }) => outcome === 'failed');

  const send = async (ids: readonly string[]): Promise<void> => {
    setBusy(true);
    let known: ReadonlyMap<string, Outcome> = outcomes ?? new Map();
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const tickets = ids.slice(from, from + AT_ONCE);
      const results: readonly Outcome[] = await post<ManyAnswered>('/answers', {
        tickets,
        text: text.trim(),
        solve,
        clientId,
      }).then(
        (answer) => answer.results,
        () => tickets.map((id) => ({ id, outcome: 'failed' }) as const),
      );
      known = new Map([...known, ...results.map((one) => [one.id, one] as const)]);
      setOutcomes(known);
    }
    setBusy(false);
    resources.refresh((path) => isTicket(path) || isTicketList(path));
  };
  const isSent = outcomes !== null;
  const confirm = (): void => {
    if (!isSent) void send([...chosen]);
    else if (failed.length > 0) void send(failed.map(({ id }) => id));
    else onClose();
  };

  return (
    <DialogFrame
      title={many.title}
      leave={isSent ? files.close : cancel}
      confirm={!isSent ? many.confirm(chosen.size) : failed.length > 0 ? many.retry : many.finish}
      ready={isSent || (chosen.size > 0 && text.trim() !== '')}
      busy={busy}
      fault={null}
      onConfirm={confirm}
      onClose={onClose}
    >
      {!isSent && <p className={css.lead}>{many.lead}</p>}
      {!data && <Skeleton width="100%" height={120} />}
      {data && !isSent && <Choice data={data} chosen={chosen} onChange={setPicked} />}
      {!isSent && (
        <>
          <Field
            label={many.text}
            hint={many.fields('{firstName}, {name}, {reference}, {subject}, {topic}, {advisor}, {desk}')}
            required
          >
            <Textarea
              value={text}
              maxLength={LONGEST}
              rows={4}
              onChange={(_event, { value }) => setText(value)}
            />
          </Field>
          <Checkbox label={many.solve} checked={solve} onChange={() => setSolve(!solve)} />
        </>
      )}
      {isSent && (
        <>
          <Field label={many.progress(outcomes.size, chosen.size)}>
            <ProgressBar value={outcomes.size} max={chosen.size} />
          </Field>
          <Results data={data} outcomes={outcomes} />
        </>
      )}
    </DialogFrame>
  );
}

function Choice(props: {
  readonly data: SimilarTickets;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const { data, chosen, onChange } = props;
  const { strings } = useSession();
  const now = useNow();
  const { many } = strings.casework;
  const all = data.tickets.map(({ ticket }) => ticket.id);
  const toggle = (id: string): void =>
    onChange(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  return (
    <fieldset className={own.list}>
      <legend>{many.tickets}</legend>
      <Checkbox
        label={many.all}
        checked={chosen.size === all.length ? true : chosen.size === 0 ? false : 'mixed'}
        onChange={() => onChange(new Set(chosen.size === all.length ? [] : all))}
      />
      <ul>
        {data.tickets.map(({ ticket, similar }) => (
          <li key={ticket.id}>
            <Checkbox
              checked={chosen.has(ticket.id)}
              onChange={() => toggle(ticket.id)}
              label={
                <>
                  <span className={own.strong}>{ticket.personName ?? strings.list.unknownPerson}</span>{' '}
                  {ticket.subject}
                  <span className={own.quiet}>
                    {ticket.reference}, {strings.time.ago(elapsed(ticket.createdAt, now))}
                    {similar && `, ${many.alike.toLowerCase()}`}
                  </span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Results(props: {
  readonly data: SimilarTickets | undefined;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}) {
  const { data, outcomes } = props;
  const { strings } = useSession();
  const { many } = strings.casework;
  const said = (one: Outcome): string => {
    if (one.outcome === 'failed') return many.failed;
    return one.outcome === 'missing-fields'
      ? many.missing(one.missing.map((name) => `{${name}}`).join(', '))
      : many.outcome[one.outcome];
  };
  const rows = (data?.tickets ?? []).flatMap(({ ticket }) => {
    const outcome = outcomes.get(ticket.id);
    return outcome ? [{ ticket, outcome }] : [];
  });
  return (
    <ul className={own.results} aria-label={many.results} aria-live="polite">
      {rows.map(({ ticket, outcome }) => (
        <li key={ticket.id} data-outcome={outcome.outcome}>
          <span className={own.strong}>
            {ticket.reference} {ticket.personName ?? strings.list.unknownPerson}
          </span>
          <span className={own.quiet}>{said(outcome)}</span>
        </li>
      ))}
    </ul>
  );
}
