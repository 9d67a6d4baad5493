import type { ChannelKind } from '../../../data/conversations/types';
import type { Choice, Reply } from '../../../dialogs/reply';
import type { CardElement } from './adaptive-card';
import { buttons } from './buttons';
import { plain } from './elements';

/** A sentence with choices as buttons under it. @param choices those that are not offered beside the message field. */
export const textBody = (
  { text, choices: all }: Reply & { kind: 'text' },
  channel: ChannelKind,
  choices: readonly Choice[] = all,
): readonly CardElement[] => [plain(text), ...buttons(choices, channel)];
