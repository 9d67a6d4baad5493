import { useEffect } from 'react';
import type { GuichetApi } from '../widget/commands';
import { askIdentity } from './api';

/** A little less than the life of an identity token. */
const RENEW_MS = 8 * 60_000;

/** Embeds the chat as any host page does: the script, the desk, and a signed identity that is renewed while the page is open. */
export function useChat(desk: string, personId: string): void {
  useEffect(() => {
    let stopped = false;
    const script = document.createElement('script');
    void askIdentity(personId)
      .catch(() => '')
      .then((identity) => {
        if (stopped) return;
        script.src = '/widget.js';
        script.dataset.desk = desk;
        script.dataset.locale = 'fr';
        if (identity) script.dataset.identity = identity;
        document.body.append(script);
      });
    const renewal = window.setInterval(() => {
      void askIdentity(personId)
        .then((identity) => (window.Guichet as GuichetApi | undefined)?.push(['identify', identity]))
        .catch(() => undefined);
    }, RENEW_MS);
    return () => {
      stopped = true;
      window.clearInterval(renewal);
    };
  }, [desk, personId]);
}

/** Opens the chat with words to send. */
export function tryIt(words: string): void {
  (window.Guichet as GuichetApi | undefined)?.push(['open', words]);
}
