import type { ChannelKind } from '../../../data/conversations/types';
import type { Reply } from '../../../dialogs/reply';
import type { CardElement } from './adaptive-card';
import { buttons } from './buttons';
import { factRows, plain } from './elements';

/** What has been done, as a stub to keep: the reference stands out, the rest is under it. */
export function receiptBody(
  reply: Reply & { kind: 'receipt' },
  channel: ChannelKind,
): readonly CardElement[] {
  return [
    {
      type: 'Container',
      id: `stub-${reply.reference}`,
      style: 'emphasis',
      items: [
        plain(reply.title, { size: 'Small', isSubtle: true }),
        plain(reply.reference, { size: 'Large', weight: 'Bolder' }, { spacing: 'None' }),
      ],
    },
    ...factRows(reply.facts),
    ...(reply.text === '' ? [] : [plain(reply.text, {}, { spacing: 'Medium' })]),
    ...buttons(reply.choices, channel),
  ];
}
