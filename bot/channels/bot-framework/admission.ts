import type { JsonValue } from '../../../data/conversations/types';
import type { DeskId } from '../../../data/desks/types';
import type { Locale } from '../../../data/people/types';
import type { Services } from '../../../data/services';
import { identityOf } from '../../teams-desk/identity';
import type { RawActivity } from '../read-activity';

/** What is known of who writes, before her message is looked at. */
export type Admission =
  | {
      readonly kind: 'admitted';
      /** Her record, when her account is linked to one. */
      readonly personId: string | null;
      /** The desk of that record; null: she is asked, where the conversation does not say. */
      readonly deskId: DeskId | null;
      /** The language of that record; absent: that of her Teams. */
      readonly locale?: Locale;
    }
  /** It is answered with this message and goes no further: an unknown tenant is refused, an invitation code is taken. */
  | {
      readonly kind: 'answered';
      readonly activity: { readonly [key: string]: JsonValue };
      /** The same message came before, and was answered. */
      readonly repeated?: boolean;
      /** Who she is from now on: the conversation is opened as hers. */
      readonly known?: Admission & { readonly kind: 'admitted' };
    };

/** Says who writes an activity that the channel has vouched for. Asked for every message and arrival; must not throw. */
export type Admit = (activity: RawActivity) => Promise<Admission>;

/** Everybody may write; who has linked her Teams account to her record is known by it. */
export function admitByAccount({ teamsAccounts, people }: Pick<Services, 'teamsAccounts' | 'people'>): Admit {
  return async (activity) => {
    const identity = identityOf(activity);
    const account = identity === null ? null : await teamsAccounts.find(identity);
    const person = account?.personId ? await people.find(account.personId) : null;
    return person === null
      ? { kind: 'admitted', personId: null, deskId: null }
      : { kind: 'admitted', personId: person.id, deskId: person.deskId, locale: person.locale };
  };
}
