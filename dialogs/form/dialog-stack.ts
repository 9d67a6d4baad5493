/**
 * The one bridge to botbuilder-dialogs: its dialog stack is ours, stored in the conversation's state; each guided dialog is a `Dialog` of
 * its set, and a form that calls another one is an ordinary child dialog. Nothing else in the house knows the library.
 *
 * Imported by path: the library's root loads the Microsoft recognizers as well (200 modules and 40 MB that nobody here uses).
 */
import type { Activity, ResourceResponse } from 'botbuilder';
import { BotAdapter, TurnContext } from 'botbuilder';
import type { DialogInstance, DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext, DialogState } from 'botbuilder-dialogs/lib/dialogContext';
import { DialogContextError } from 'botbuilder-dialogs/lib/dialogContextError';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import type { JsonValue } from '../../data/conversations/types';
import type { Reply } from '../reply';
import type { Scene } from '../scene';
import type { StackEntry } from '../state';
import type { StackCommand, StackOutcome } from './bridge';
import type { FormOutcome, FormRunner, FormStart } from './guided';
import type { FormState } from './types';

/** What passes between the bridge and the dialogs of one turn, beside the stack itself. */
interface TurnCargo {
  readonly scene: Scene;
  readonly command: StackCommand;
  readonly replies: Reply[];
  outcome: FormOutcome | null;
  finished: { form: string; reference: string | null } | null;
}

const CARGO = Symbol('guichet.turn');

const cargoOf = (dc: DialogContext): TurnCargo => {
  const cargo = dc.context.turnState.get<TurnCargo>(CARGO);
  if (cargo === undefined) throw new Error('A form dialog ran outside of the bridge');
  return cargo;
};

/** A guided dialog in the library's terms. */
class FormDialog extends Dialog {
  constructor(private readonly runner: FormRunner) {
    super(runner.id);
  }

  override async beginDialog(dc: DialogContext, start?: FormStart): Promise<DialogTurnResult> {
    return this.settle(dc, await this.runner.begin(start ?? {}, cargoOf(dc).scene));
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { scene, command } = cargoOf(dc);
    const stored: unknown = stateOf(dc.activeDialog);
    switch (command.kind) {
      case 'begin':
      case 'hear':
        return this.settle(dc, await this.runner.hear(stored, scene));
      case 'ask-again':
        return this.settle(dc, await this.runner.askAgain(stored, scene));
      case 'miss':
        return this.settle(dc, await this.runner.miss(stored, scene));
    }
  }

  /** A form that this one called is done: it goes on where it stood. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.settle(dc, await this.runner.askAgain(stateOf(dc.activeDialog), cargoOf(dc).scene));
  }

  private async settle(dc: DialogContext, outcome: FormOutcome): Promise<DialogTurnResult> {
    const cargo = cargoOf(dc);
    cargo.outcome = outcome;
    if (outcome.kind !== 'done' && dc.activeDialog !== undefined)
      dc.activeDialog.state = { form: outcome.state };
    switch (outcome.kind) {
      case 'waiting':
      case 'blocked':
        cargo.replies.push(...outcome.replies);
        return Dialog.EndOfTurn;
      case 'not-understood':
      case 'cancelled':
        return Dialog.EndOfTurn;
      case 'call':
        cargo.replies.push(...outcome.replies);
        return dc.beginDialog(outcome.form, outcome.start);
      case 'done':
        cargo.replies.push(...outcome.replies);
        cargo.finished = { form: this.runner.id, reference: outcome.reference };
        return dc.endDialog(outcome.reference);
    }
  }
}

const stateOf = (instance: DialogInstance<{ form?: FormState } | null> | undefined): unknown =>
  instance?.state?.form;

/** The library wants an adapter; ours sends nothing, because replies are collected and returned. */
class CollectingAdapter extends BotAdapter {
  override async sendActivities(): Promise<ResourceResponse[]> {
    return [];
  }
  override async updateActivity(): Promise<void> {
    return undefined;
  }
  override async deleteActivity(): Promise<void> {
    return undefined;
  }
  override async continueConversation(): Promise<void> {
    return undefined;
  }
}

const adapter = new CollectingAdapter();

/**
 * Runs one turn on a stored dialog stack.
 *
 * @throws what a form threw, without the library's wrapping.
 */
export async function runDialogStack(
  runners: ReadonlyMap<string, FormRunner>,
  stored: readonly StackEntry[],
  scene: Scene,
  command: StackCommand,
): Promise<StackOutcome> {
  // A dialog that a deploy took away would throw at every turn from now on.
  const known = stored.filter((entry) => runners.has(entry.id));
  const memory: { state: DialogState } = {
    state: { dialogStack: structuredClone(known) as DialogInstance[] },
  };
  const set = new DialogSet({
    get: async () => memory.state,
    set: async () => undefined,
    delete: async () => undefined,
  });
  for (const runner of runners.values()) set.add(new FormDialog(runner));
  const context = new TurnContext(adapter, activityOf(scene));
  const cargo: TurnCargo = { scene, command, replies: [], outcome: null, finished: null };
  context.turnState.set(CARGO, cargo);
  const dc = await set.createContext(context);
  try {
    if (command.kind === 'begin') await dc.beginDialog(command.form, command.start);
    else await dc.continueDialog();
  } catch (error) {
    // The library wraps errors together with the dialog state, which is personal data that must not reach a log.
    throw unwrapped(error);
  }
  return outcomeOf(memory.state.dialogStack.map(entryOf), cargo);
}

function outcomeOf(stack: readonly StackEntry[], cargo: TurnCargo): StackOutcome {
  const { outcome, replies, finished } = cargo;
  switch (outcome?.kind) {
    case 'not-understood':
      return { kind: 'not-understood', stack };
    case 'cancelled':
      return {
        kind: 'left',
        by: 'cancel',
        title: outcome.title,
        // A form below that called this one is full of answers.
        worthKeeping: outcome.worthKeeping || stack.length > 1,
        text: outcome.text,
        stack,
        replies,
      };
    case 'blocked':
      return {
        kind: 'left',
        by: 'block',
        title: outcome.title,
        worthKeeping: outcome.worthKeeping,
        stack,
        replies,
      };
    default:
      return stack.length === 0 && finished !== null
        ? { kind: 'done', ...finished, replies }
        : { kind: 'waiting', stack, replies };
  }
}

const entryOf = (instance: DialogInstance): StackEntry => ({
  id: instance.id,
  state: JSON.parse(JSON.stringify(instance.state)) as JsonValue,
});

const activityOf = (scene: Scene): Partial<Activity> => ({
  type: 'message',
  id: scene.turn.id,
  text: scene.turn.text,
  channelId: 'guichet',
});

function unwrapped(error: unknown): unknown {
  return error instanceof DialogContextError ? unwrapped(error.error) : error;
}
