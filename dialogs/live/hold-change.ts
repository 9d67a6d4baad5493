import type { HoldEnd } from '../../data/conversations/hold-types';
import type { FormStack } from '../form/bridge';
import { backToForm } from '../forms';
import type { Choice, ReplyMeta } from '../reply';
import { say } from '../replies';
import type { Outcome, Scene } from '../scene';

/** An advisor has taken the chat over, or it is the assistant's again. */
export interface HoldChange {
  readonly change: 'taken' | 'handed-back';
  /** Why it was handed back. */
  readonly reason: HoldEnd | null;
  readonly advisorName: string;
  readonly ticketReference: string;
}

/** What the button that brings the assistant back says when it is pressed. */
export const TO_ASSISTANT = 'live:to-assistant';

export const toAssistantChoice = ({ words }: Pick<Scene, 'words'>): Choice => ({
  label: words.live.toAssistant,
  action: { type: 'choose', value: TO_ASSISTANT },
});

/** Tells her who answers from now on. A form that was open stays as it is meanwhile, and its question comes back with the assistant. */
export async function holdChanged(scene: Scene, forms: FormStack, held: HoldChange): Promise<Outcome> {
  const { state, words } = scene;
  const { advisorName, ticketReference } = held;
  if (held.change === 'taken') {
    const text = words.live.taken(advisorName, ticketReference);
    return { state, replies: [say(text, [toAssistantChoice(scene)], meta(held))] };
  }
  const text = endedText(scene, held);
  return resumeForm(scene, forms, { state, replies: [say(text, [], meta(held))] });
}

/** After whoever spoke last: the question of the form that was open, asked again. */
export function resumeForm(scene: Scene, forms: FormStack, said: Outcome): Promise<Outcome> {
  return scene.state.stack.length === 0 ? Promise.resolve(said) : backToForm(forms, scene, said);
}

const meta = ({ change, advisorName, ticketReference }: HoldChange): ReplyMeta => ({
  decision: 'service',
  ticket: ticketReference,
  hold: { change, advisorName },
});

/** Tells the page that the assistant answers again. */
export const HANDED_BACK: ReplyMeta = {
  decision: 'service',
  hold: { change: 'handed-back', advisorName: null },
};

function endedText({ words }: Scene, { reason, advisorName, ticketReference }: HoldChange): string {
  const { ended } = words.live;
  switch (reason) {
    case 'silence':
      return ended.silence(advisorName, ticketReference);
    case 'away':
    case 'signed-out':
      return ended.offline(advisorName, ticketReference);
    case 'settled':
      return ended.settled(advisorName, ticketReference);
    case 'advisor':
    case 'requester':
    case null:
      return ended.advisor(advisorName);
  }
}
