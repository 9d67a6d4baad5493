import { useCallback } from 'react';
import type { ProposalView, TeachingView } from '../../../bot/advisor-api/contract-teaching';
import { useResource, useSession } from '../context';
import { ApiFailure, post } from '../lib/api';
import type { Snapshot } from '../lib/resources';
import { failureText } from '../parts/states';

export const TEACHING = '/teaching';

/** What is on the page, and how to read it again after something was decided. */
export function useTeaching(): { readonly snapshot: Snapshot<TeachingView>; refresh(): void } {
  const { resources } = useSession();
  const snapshot = useResource<TeachingView>(TEACHING);
  const refresh = useCallback(() => resources.refresh((path) => path === TEACHING), [resources]);
  return { snapshot, refresh };
}

type Say = (work: () => Promise<string>, undo?: () => Promise<string>) => Promise<void>;

/** Does something small and says how it went, with a way back where there is one. */
export function useSay(): Say {
  const { strings, notify, resources } = useSession();
  return useCallback<Say>(
    async function say(work, undo) {
      try {
        const text = await work();
        notify({ text, ...(undo && { undo: () => void say(undo, undefined) }) });
      } catch (error) {
        const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
        notify({ text: failureText(strings, failure), tone: 'failure' });
      }
      resources.refresh((path) => path === TEACHING);
    },
    [strings, notify, resources],
  );
}

/** Proposes a phrase for a topic. */
export const proposePhrase = (body: {
  readonly desk: string;
  readonly text: string;
  readonly topicId: string;
  readonly formerTopicId: string | null;
  readonly source: { readonly kind: ProposalView['source']; readonly id: string | null };
}): Promise<ProposalView> => post<ProposalView>('/phrases', body);
