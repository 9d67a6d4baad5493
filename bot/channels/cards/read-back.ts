import type { ChannelKind } from '../../../data/conversations/types';
import type { Reply } from '../../../dialogs/reply';
import type { CardElement } from './adaptive-card';
import { buttons, executeButtons } from './buttons';
import { factRows, heading, plain } from './elements';

/** Everything before it is saved, as a receipt that can be taken in at one glance, with what can be done about it. */
export function readBackBody(
  reply: Reply & { kind: 'read-back' },
  channel: ChannelKind,
): readonly CardElement[] {
  return [
    heading(reply.title),
    ...factRows(reply.facts),
    ...(reply.notice === null
      ? []
      : [
          {
            type: 'Container' as const,
            style: 'emphasis' as const,
            spacing: 'Medium' as const,
            items: [plain(reply.notice)],
          },
        ]),
    ...(channel === 'teams' && reply.card !== undefined
      ? executeButtons(reply.choices, reply.card)
      : buttons(reply.choices, channel)),
  ];
}
