import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import type { Strings } from '../strings.fr';
import { Message } from './states';

/** When a part of the screen breaks, the page says so instead of going blank. */
export class ErrorBoundary extends Component<
  { readonly strings: Strings; readonly children: ReactNode },
  { readonly broken: boolean }
> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    const { strings, children } = this.props;
    if (!this.state.broken) return children;
    return (
      <Message title={strings.failure.title} text={strings.failure.crashed} alert>
        <Button appearance="primary" onClick={() => window.location.reload()}>
          {strings.failure.reload}
        </Button>
      </Message>
    );
  }
}
