import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { TeamsInvitationView, TeamsLinkView } from '../../../bot/advisor-api/contract-teams';
import { useNow, useResource, useSession } from '../context';
import { ApiFailure, post } from '../lib/api';
import { paths } from '../lib/paths';
import { failureText } from '../parts/states';
import css from './teams-account.module.css';

/** Whether the requester is known on Teams, and the code with which she becomes it. */
export function TeamsAccount(props: { readonly ticketId: string }) {
  const { strings, dates, notify } = useSession();
  const now = useNow();
  const { account: words } = strings.teams;
  const { data } = useResource<TeamsLinkView>(`${paths.ticket(props.ticketId)}/teams`);
  const [made, setMade] = useState<TeamsInvitationView | null>(null);
  const [busy, setBusy] = useState(false);
  const [copied, setCopied] = useState(false);
  if (!data) return null;
  const invite = async (): Promise<void> => {
    setBusy(true);
    setCopied(false);
    try {
      setMade(await post<TeamsInvitationView>(`${paths.ticket(props.ticketId)}/teams-invitation`));
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      notify({ text: failureText(strings, failure), tone: 'failure' });
    }
    setBusy(false);
  };
  const copy = async (code: string): Promise<void> => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
  };
  const state = data.linkedAt === null ? words.notLinked : words.linked(dates.day(data.linkedAt, now));
  return (
    <>
      <p className={css.quiet}>
        {words.title}. {state}
      </p>
      {made !== null && (
        <div role="status">
          <span className={css.quiet}>{words.code}</span>
          <code className={css.code}>{made.code}</code>
          <p className={css.quiet}>{words.hint(dates.day(made.expiresAt, now))}</p>
        </div>
      )}
      <div className={css.actions}>
        {made !== null && (
          <Button size="small" appearance="primary" onClick={() => void copy(made.code)}>
            {copied ? words.copied : words.copy}
          </Button>
        )}
        <Button size="small" disabledFocusable={busy} onClick={() => void invite()}>
          {made === null ? words.invite : words.again}
        </Button>
      </div>
    </>
  );
}
