import { z } from 'zod';
import type { Choice, StatusCard, StatusSheet } from '../../../dialogs/reply';
import { REFRESH_VERB, type CardElement, type RefreshAction } from './adaptive-card';
import { buttons } from './buttons';
import { factRows, heading, plain } from './elements';

const SEEN = z.object({
  guichetStatus: z.object({
    references: z.array(z.string().max(40)).min(1).max(10),
    version: z.string().max(500),
  }),
});

/** Which requests a card shows that asks to be drawn anew; null: it is none of ours. */
export const readStatusCard = (data: unknown): StatusCard | null =>
  SEEN.safeParse(data).data?.guichetStatus ?? null;

/** What draws this card anew. */
export const refreshOf = ({ refresh, card }: StatusSheet): RefreshAction => ({
  type: 'Action.Execute',
  verb: REFRESH_VERB,
  title: refresh,
  data: { guichetStatus: card },
});

/** Her requests, each with its reference and facts; what has changed since; as of when it holds; what can be done. */
export const statusBody = (status: StatusSheet, choices: readonly Choice[]): readonly CardElement[] => [
  heading(status.title),
  ...(status.changed === null
    ? []
    : [
        {
          type: 'Container' as const,
          style: 'emphasis' as const,
          spacing: 'Medium' as const,
          items: [plain(status.changed)],
        },
      ]),
  ...status.requests.flatMap(({ reference, facts }, index): readonly CardElement[] => [
    {
      type: 'Container',
      separator: index > 0,
      spacing: 'Medium',
      items: [plain(reference, { size: 'Large', weight: 'Bolder' }), ...factRows(facts)],
    },
  ]),
  plain(status.asOf, { size: 'Small', isSubtle: true }, { spacing: 'Medium' }),
  ...buttons(choices, 'teams'),
  { type: 'ActionSet', spacing: 'Small', actions: [refreshOf(status)] },
];
