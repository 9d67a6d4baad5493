import type { Words } from './words';

/** For how long a notice stands. */
const NOTICE_MS = 8_000;

export type BannerTone = 'wait' | 'fault';

/**
 * What the one line over the conversation says. That she is offline or cut off stays there until it is over; a notice goes by itself, and
 * never hides that.
 *
 * @param show draws the line; null takes it away.
 */
export function createBanner(
  words: Pick<Words, 'offline' | 'connecting'>,
  show: (text: string | null, tone: BannerTone) => void,
) {
  let online = true;
  let cut = false;
  let noticed: string | null = null;
  let fading: ReturnType<typeof setTimeout> | undefined;

  const draw = (): void => {
    if (!online) show(words.offline, 'wait');
    else if (cut) show(words.connecting, 'wait');
    else show(noticed, 'fault');
  };

  return {
    /** Whether this machine has a network. */
    network(isOnline: boolean): void {
      online = isOnline;
      draw();
    },
    /** Whether the conversation is connected. */
    connection(isCut: boolean): void {
      cut = isCut;
      draw();
    },
    notice(text: string): void {
      clearTimeout(fading);
      noticed = text;
      fading = setTimeout(() => {
        noticed = null;
        draw();
      }, NOTICE_MS);
      draw();
    },
  };
}
