import { z } from 'zod';
import { wordsOf } from '../../dialogs/scene';
import type { InvokeAnswer, InvokeTaker } from '../channels/bot-framework/invokes';
import type { RawActivity } from '../channels/read-activity';
import { DIALOGS, type Dialog } from './buttons';
import { ADAPTIVE, type Json } from './card';
import { isTicketData, readChannelPress, readTicketPress, type TicketPress } from './card-data';
import { answerChoice, asCard } from './channels';
import type { TeamsDeskParts } from './deps';
import { openDialog, submitDialog, type Task } from './dialogs';
import { channelOf, localeOf } from './identity';
import { press } from './press';
import { searchTickets } from './search';

const SENTENCE = 'application/vnd.microsoft.activity.message';

const ACTION = z.object({ action: z.object({ data: z.unknown() }) });
const TASK = z.object({ data: z.unknown() });

/** Answers the invokes of the advisors' channels: buttons of cards, their dialogs, and the search of tickets. */
export const takeDeskInvokes =
  (parts: TeamsDeskParts): InvokeTaker =>
  async (activity) => {
    switch (activity.name) {
      case 'adaptiveCard/action':
        return onAction(activity, ACTION.safeParse(activity.value).data?.action.data, parts);
      case 'task/fetch':
      case 'task/submit':
        return onDialog(activity, TASK.safeParse(activity.value).data?.data, parts);
      case 'composeExtension/query': {
        const body = await searchTickets(activity, parts);
        return body && { status: 200, body };
      }
      default:
        return null;
    }
  };

async function onAction(
  activity: RawActivity,
  data: unknown,
  parts: TeamsDeskParts,
): Promise<InvokeAnswer | null> {
  const choice = readChannelPress(data);
  const place = channelOf(activity);
  if (choice !== null && place !== null) {
    return card(asCard(await answerChoice(choice, place, activity, parts)));
  }
  const pressed = readTicketPress(data);
  if (pressed === null) return isTicketData(data) ? sentence(unreadable(activity)) : null;
  const seen = await press(activity, pressed, parts);
  return seen.kind === 'card' ? card(seen.card) : sentence(seen.text);
}

async function onDialog(
  activity: RawActivity,
  data: unknown,
  parts: TeamsDeskParts,
): Promise<InvokeAnswer | null> {
  const pressed = readTicketPress(data);
  if (pressed === null || !isDialog(pressed)) {
    return isTicketData(data) ? task({ task: { type: 'message', value: unreadable(activity) } }) : null;
  }
  return task(
    activity.name === 'task/fetch'
      ? await openDialog(activity, pressed, parts)
      : await submitDialog(activity, pressed, data, parts),
  );
}

const isDialog = (pressed: TicketPress): pressed is TicketPress & { readonly do: Dialog } =>
  (DIALOGS as readonly string[]).includes(pressed.do);

const unreadable = (activity: RawActivity): string =>
  wordsOf(localeOf(activity)).teamsDesk.refused.unreadable;

const task = (body: Task): InvokeAnswer => ({ status: 200, body: body ?? {} });
const card = (value: Json): InvokeAnswer => answered(ADAPTIVE, value);
const sentence = (value: string): InvokeAnswer => answered(SENTENCE, value);
const answered = (type: string, value: Json | string): InvokeAnswer => ({
  status: 200,
  body: { statusCode: 200, type, value },
});
