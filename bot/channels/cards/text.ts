import type { ChannelKind } from '../../../data/conversations/types';
import type { Reply } from '../../../dialogs/reply';
import type { CardElement } from './adaptive-card';
import { buttons } from './buttons';
import { plain } from './elements';

/** A sentence with its choices as buttons, for a channel that cannot offer them beside the message field. */
export const textBody = (reply: Reply & { kind: 'text' }, channel: ChannelKind): readonly CardElement[] => [
  plain(reply.text),
  ...buttons(reply.choices, channel),
];
