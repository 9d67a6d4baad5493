import type { Reply } from '../reply';
import type { Scene } from '../scene';
import type { StackEntry } from '../state';
import type { FormRunner, FormStart } from './guided';

/** How the whole stack stands after a turn. */
export type StackOutcome =
  | { readonly kind: 'waiting'; readonly stack: readonly StackEntry[]; readonly replies: readonly Reply[] }
  | { readonly kind: 'not-understood'; readonly stack: readonly StackEntry[] }
  /** The forms were left; `stack` is what was in them, so that it can be offered again. */
  | {
      readonly kind: 'left';
      readonly by: 'cancel' | 'block';
      readonly title: string;
      readonly worthKeeping: boolean;
      /** What is said of it, where "nothing was saved" is not true. */
      readonly text?: string;
      readonly stack: readonly StackEntry[];
      readonly replies: readonly Reply[];
    }
  | {
      readonly kind: 'done';
      readonly form: string;
      readonly reference: string | null;
      readonly replies: readonly Reply[];
    };

/** The forms of the assistant, on a dialog stack that is plain JSON. */
export interface FormStack {
  has(form: string): boolean;
  titleOf(stack: readonly StackEntry[], scene: Scene): string | null;
  /** Opens a form on top of nothing. */
  begin(form: string, start: FormStart, scene: Scene): Promise<StackOutcome>;
  /** Puts the turn to the open form. */
  hear(stack: readonly StackEntry[], scene: Scene): Promise<StackOutcome>;
  askAgain(stack: readonly StackEntry[], scene: Scene): Promise<StackOutcome>;
  miss(stack: readonly StackEntry[], scene: Scene): Promise<StackOutcome>;
}

/** What a turn asks of the stack. */
export type StackCommand =
  | { readonly kind: 'begin'; readonly form: string; readonly start: FormStart }
  | { readonly kind: 'hear' | 'ask-again' | 'miss' };

// eslint-disable-next-line @typescript-eslint/no-require-imports -- a CommonJS module of ours, loaded when it is needed
const loadDialogStack = (): typeof import('./dialog-stack') => require('./dialog-stack');

/**
 * Builds the stack over the given forms. botbuilder-dialogs, which keeps it, is loaded with the first form that is opened: it costs
 * 40 MB and half a second, which a server that only answers questions never needs.
 */
export function createFormStack(runners: readonly FormRunner[]): FormStack {
  const byId = new Map(runners.map((runner) => [runner.id, runner]));
  const run = (stack: readonly StackEntry[], scene: Scene, command: StackCommand): Promise<StackOutcome> => {
    return loadDialogStack().runDialogStack(byId, stack, scene, command);
  };
  return {
    has: (form) => byId.has(form),
    titleOf(stack, scene) {
      const top = stack[0];
      return top === undefined ? null : (byId.get(top.id)?.title(scene) ?? null);
    },
    begin: (form, start, scene) => run([], scene, { kind: 'begin', form, start }),
    hear: (stack, scene) => run(stack, scene, { kind: 'hear' }),
    askAgain: (stack, scene) => run(stack, scene, { kind: 'ask-again' }),
    miss: (stack, scene) => run(stack, scene, { kind: 'miss' }),
  };
}
