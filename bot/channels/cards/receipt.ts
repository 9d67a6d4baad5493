import type { ChannelKind } from '../../../data/conversations/types';
import type { Reply } from '../../../dialogs/reply';
import type { ActionSet, CardElement } from './adaptive-card';
import { buttons } from './buttons';
import { factRows, plain } from './elements';

/** Where an appointment's calendar entry is, and what the button to it says. */
export interface CalendarOffer {
  readonly label: string;
  readonly url: string;
}

/** A button that opens an address. */
export const linkButton = ({ label, url }: CalendarOffer): ActionSet => ({
  type: 'ActionSet',
  spacing: 'Medium',
  actions: [{ type: 'Action.OpenUrl', title: label, url }],
});

/** What has been done, as a stub to keep: the reference stands out, the rest is under it. */
export function receiptBody(
  reply: Reply & { kind: 'receipt' },
  channel: ChannelKind,
  calendar: CalendarOffer | null = null,
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
    ...(calendar === null ? [] : [linkButton(calendar)]),
    ...buttons(reply.choices, channel),
  ];
}
