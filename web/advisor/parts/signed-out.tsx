import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Strings } from '../strings.fr';
import css from './signed-out.module.css';

/** Nobody is signed in: how to get in. */
export function SignedOut(props: { readonly strings: Strings; readonly onRetry: () => void }) {
  const { signedOut, product } = props.strings;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(signedOut.command);
    setCopied(true);
  };
  return (
    <main className={css.page}>
      <p className={css.brand}>{product}</p>
      <h1 className={css.title}>{signedOut.title}</h1>
      <p className={css.lead}>{signedOut.text}</p>
      <ol className={css.steps}>
        {signedOut.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <code className={css.command}>{signedOut.command}</code>
      <p className={css.lead}>{signedOut.after}</p>
      <div className={css.actions}>
        <Button appearance="primary" onClick={props.onRetry}>
          {signedOut.retry}
        </Button>
        <Button onClick={() => void copy()}>{copied ? signedOut.copied : signedOut.copy}</Button>
      </div>
    </main>
  );
}
