import type { LiveView } from '../../../bot/advisor-api/contract-live';
import type { Session } from '../context';
import { failureText } from '../parts/states';
import { ApiFailure, post } from './api';
import { livePaths, refreshLiveOf } from './live-ticket';

/** Takes a ticket's chat over, from the assistant or from a colleague, or hands it back. */
export interface LiveCommands {
  /** @param from the colleague it is taken from. @returns who holds it instead, when somebody was faster. */
  takeOver(ticketId: string, from: string | null): Promise<LiveView['hold']>;
  handBack(ticketId: string): Promise<void>;
}

export function liveCommands({ resources, notify, strings }: Session): LiveCommands {
  const send = async (ticketId: string, command: string, body: object): Promise<LiveView> => {
    const path = livePaths.ticket(ticketId);
    const live = await post<LiveView>(`${path}/${command}`, body);
    resources.update<LiveView>(path, () => live);
    return live;
  };
  const failed = (error: unknown): ApiFailure => {
    const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
    if (failure.hold === null) notify({ text: failureText(strings, failure), tone: 'failure' });
    return failure;
  };
  return {
    async takeOver(ticketId, from) {
      try {
        await send(ticketId, 'take-over', { from });
        notify({ text: strings.takeover.taken });
        return null;
      } catch (error) {
        refreshLiveOf(resources, ticketId);
        return failed(error).hold;
      }
    },
    async handBack(ticketId) {
      try {
        await send(ticketId, 'hand-back', {});
        notify({ text: strings.takeover.handedBack });
      } catch (error) {
        failed(error);
      }
    },
  };
}
