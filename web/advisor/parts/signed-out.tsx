import { Button, Divider, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type FormEvent, useEffect, useState } from 'react';
import { offersOpenId, openIdHref, signIn, type SignInOutcome } from '../lib/sign-in';
import { signInFromTeams } from '../lib/teams-sign-in';
import type { Strings } from '../strings.fr';
import css from './signed-out.module.css';

/** In a tab of Teams: her account is not linked to an advisor yet, it could not be told who she is, or she has signed out. */
export type TeamsState = 'unlinked' | 'failed' | 'left';

/** Nobody is signed in: the ways in. */
export function SignedOut(props: {
  readonly strings: Strings;
  /** null: not in Teams. */
  readonly teams: TeamsState | null;
  readonly onRetry: () => void;
}) {
  return props.teams === null ? <InBrowser {...props} /> : <InTeams {...props} teams={props.teams} />;
}

/** Pages of other providers cannot be opened in the frame, and links open a browser: what is left is to link the account, once. */
function InTeams(props: {
  readonly strings: Strings;
  readonly teams: TeamsState;
  readonly onRetry: () => void;
}) {
  const { strings, teams, onRetry } = props;
  const { product, teams: words } = strings;
  return (
    <main className={css.page}>
      <p className={css.brand}>{product}</p>
      <h1 className={css.title}>{words[teams].title}</h1>
      <p className={css.lead}>{words[teams].text}</p>
      {teams === 'unlinked' ? (
        <PasswordForm
          strings={strings}
          primary
          submit={words.link}
          signIn={async (email, password) => {
            const ended = await signInFromTeams({ email, password });
            return ended.kind === 'outside' || ended.kind === 'unlinked' ? { kind: 'failed' } : ended;
          }}
          onSignedIn={onRetry}
        />
      ) : (
        <div className={css.actions}>
          <Button appearance="primary" onClick={onRetry}>
            {teams === 'left' ? words.again : words.retry}
          </Button>
        </div>
      )}
      <p className={css.elsewhere}>
        <a href="/advisor" target="_blank" rel="noreferrer">
          {words.browser}
        </a>
      </p>
    </main>
  );
}

function InBrowser(props: { readonly strings: Strings; readonly onRetry: () => void }) {
  const { signedOut, product } = props.strings;
  const [openId, setOpenId] = useState(false);
  useEffect(() => void offersOpenId().then(setOpenId), []);
  return (
    <main className={css.page}>
      <p className={css.brand}>{product}</p>
      <h1 className={css.title}>{signedOut.title}</h1>
      {openId && (
        <>
          <div className={css.openId}>
            <Button as="a" appearance="primary" size="large" href={openIdHref(window.location.pathname)}>
              {signedOut.openId}
            </Button>
          </div>
          <Divider>{signedOut.or}</Divider>
        </>
      )}
      <PasswordForm
        strings={props.strings}
        primary={!openId}
        submit={signedOut.submit}
        signIn={signIn}
        onSignedIn={props.onRetry}
      />
      <LinkHelp strings={props.strings} onRetry={props.onRetry} />
    </main>
  );
}

function PasswordForm(props: {
  readonly strings: Strings;
  readonly primary: boolean;
  /** What the button says. */
  readonly submit: string;
  readonly signIn: (email: string, password: string) => Promise<SignInOutcome>;
  readonly onSignedIn: () => void;
}) {
  const { signedOut } = props.strings;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const ended = await props.signIn(email, password);
    setBusy(false);
    setOutcome(ended);
    if (ended.kind === 'in') props.onSignedIn();
  };

  return (
    <form className={css.form} onSubmit={(event) => void submit(event)}>
      {outcome !== null && outcome.kind !== 'in' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{sentence(outcome, signedOut)}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={signedOut.email} required>
        <Input
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={(_event, { value }) => setEmail(value)}
        />
      </Field>
      <Field label={signedOut.password} required>
        <Input
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(_event, { value }) => setPassword(value)}
        />
      </Field>
      <div>
        <Button
          type="submit"
          appearance={props.primary ? 'primary' : 'secondary'}
          disabled={busy || email === '' || password === ''}
        >
          {busy ? signedOut.submitting : props.submit}
        </Button>
      </div>
    </form>
  );
}

function sentence(outcome: Exclude<SignInOutcome, { kind: 'in' }>, words: Strings['signedOut']): string {
  switch (outcome.kind) {
    case 'wrong':
      return words.wrong;
    case 'too-many':
      return words.tooMany(outcome.minutes);
    case 'failed':
      return words.failed;
  }
}

function LinkHelp(props: { readonly strings: Strings; readonly onRetry: () => void }) {
  const { signedOut } = props.strings;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(signedOut.command);
    setCopied(true);
  };
  return (
    <details className={css.help}>
      <summary className={css.summary}>{signedOut.link}</summary>
      <p className={css.lead}>{signedOut.linkText}</p>
      <code className={css.command}>{signedOut.command}</code>
      <div className={css.actions}>
        <Button onClick={props.onRetry}>{signedOut.retry}</Button>
        <Button onClick={() => void copy()}>{copied ? signedOut.copied : signedOut.copy}</Button>
      </div>
    </details>
  );
}
