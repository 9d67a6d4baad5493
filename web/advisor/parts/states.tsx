import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ApiFailure } from '../lib/api';
import type { Strings } from '../strings.fr';
import css from './states.module.css';

/** A counter window with nobody before it. */
function Counter() {
  return (
    <svg
      className={css.art}
      viewBox="0 0 96 72"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden
    >
      <path d="M20 58V30a28 24 0 0 1 56 0v28" />
      <path d="M30 58V34a18 16 0 0 1 36 0v24" strokeDasharray="3 5" />
      <path d="M8 58h80v6H8z" strokeLinejoin="round" />
      <path d="M40 58v-4h16v4" />
    </svg>
  );
}

/** Something to say instead of content: nothing there, or nothing to be had. */
export function Message(props: {
  readonly title: string;
  readonly text: string;
  readonly alert?: boolean;
  /** Without the picture, where one stands beside it already. */
  readonly plain?: boolean;
  /** Where it stands for all that was asked for, its title is the page's. */
  readonly whole?: boolean;
  readonly children?: ReactNode;
}) {
  const Title = props.whole ? 'h1' : 'h2';
  return (
    <div className={css.message} role={props.alert ? 'alert' : undefined}>
      {!props.plain && <Counter />}
      <Title className={css.title}>{props.title}</Title>
      <p className={css.text}>{props.text}</p>
      {props.children && <div className={css.actions}>{props.children}</div>}
    </div>
  );
}

/** What a failure means to the advisor: the server's own words, or ours when it did not answer. */
export function failureText(strings: Strings, failure: ApiFailure): string {
  if (failure.status === 0) return strings.failure.offline;
  return failure.message || strings.failure.internal;
}

/** A page or pane that could not be read. */
export function FailurePage(props: {
  readonly strings: Strings;
  readonly failure: ApiFailure;
  readonly onRetry: () => void;
  readonly whole?: boolean;
}) {
  const { strings, failure, onRetry } = props;
  return (
    <Message title={strings.failure.title} text={failureText(strings, failure)} alert whole={props.whole}>
      <Button appearance="primary" onClick={onRetry}>
        {strings.failure.retry}
      </Button>
    </Message>
  );
}

/** A grey bar where text will be. */
export function Skeleton(props: { readonly width: string; readonly height?: number }) {
  return (
    <span className={css.skeleton} style={{ width: props.width, height: props.height ?? 14 }} aria-hidden />
  );
}
