import type { Clock } from '../../data/clock';
import type { JsonValue } from '../../data/conversations/types';
import type { Services } from '../../data/services';
import type { TeamsIdentity } from '../../data/teams/accounts';
import { wordsOf } from '../../dialogs/scene';
import { admitByAccount, type Admission, type Admit } from '../channels/bot-framework/admission';
import { conversationIdOf } from '../channels/bot-framework/open-conversation';
import { isShared, scopeOf } from '../channels/bot-framework/scope';
import { cleanText } from '../channels/clean-text';
import { withoutOwnMention, type RawActivity } from '../channels/read-activity';
import type { TeamsConfig } from '../config-teams';
import { createThrottle, lookAt } from '../sign-in/throttle';
import { identityOf, localeOf, tenantOf } from '../teams-desk/identity';
import { Recent } from './recent';
import { readSaid, readYesNo, type Said } from './said';

/** Refused codes that one account may try, and within how long, in seconds. */
const REFUSALS = 5;
const WINDOW_S = 900;
/** A question whether to unlink is open for so long. */
const QUESTION_MS = 10 * 60_000;
/** Answers that are remembered, so that a message that Teams brings twice is answered once. */
const ANSWERS = 500;

export interface AdmitDeps {
  readonly services: Pick<Services, 'teamsAccounts' | 'teamsInvitations' | 'people'>;
  readonly teams: Pick<TeamsConfig, 'tenants'>;
  readonly clock: Clock;
}

type Message = { readonly [key: string]: JsonValue };

/**
 * Who writes: people of allowed tenants, as visitors until their account is linked to a record. Invitation codes and the wish to be
 * unlinked are taken here, before a conversation keeps what was said.
 */
export function createAdmit({ services, teams, clock }: AdmitDeps): Admit {
  const { teamsInvitations, teamsAccounts } = services;
  const admit = admitByAccount(services);
  const refusedCodes = createThrottle(REFUSALS, WINDOW_S);
  const asked = new Recent<number>(ANSWERS);
  const answered = new Recent<Admission>(ANSWERS);

  return async (activity) => {
    const words = wordsOf(localeOf(activity)).teamsIdentity;
    const tenant = tenantOf(activity);
    if (tenant !== null && teams.tenants.length > 0 && !teams.tenants.includes(tenant)) {
      return answer(words.unknownTenant);
    }
    if (activity.channelId !== 'msteams' || !isWriting(activity)) return admit(activity);
    const key = JSON.stringify([conversationIdOf(activity), activity.type, activity.id, activity.text]);
    const before = activity.id ? answered.get(key) : undefined;
    if (before?.kind === 'answered') return { ...before, repeated: true };
    const said = await whatIsSaid(activity);
    if (said === null) return admit(activity);
    const given = await onSaid(said, activity);
    answered.set(key, given);
    return given;
  };

  /** What she says of who she is; a plain yes or no counts while she is asked. */
  async function whatIsSaid(activity: RawActivity): Promise<Said | null> {
    const text = cleanText(withoutOwnMention(activity)).text;
    const said = readSaid(text);
    if (said !== null || isShared(scopeOf(activity))) return said;
    const until = asked.get(conversationIdOf(activity));
    if (until === undefined) return null;
    // Whatever she says next is the answer, or the question is closed.
    asked.delete(conversationIdOf(activity));
    const yes = until > clock.now().getTime() ? readYesNo(text) : null;
    return yes === null ? null : { kind: yes ? 'confirm-unlink' : 'keep-linked' };
  }

  async function onSaid(said: Said, activity: RawActivity): Promise<Admission> {
    const words = wordsOf(localeOf(activity)).teamsIdentity;
    if (isShared(scopeOf(activity))) return answer(words.inPrivate);
    const identity = identityOf(activity);
    if (identity === null) return answer(words.noAccount);
    if (said.kind === 'code') return link(said.code, identity, activity);
    const account = await teamsAccounts.find(identity);
    if (!account?.personId) return answer(words.notLinked);
    switch (said.kind) {
      case 'unlink':
        asked.set(conversationIdOf(activity), clock.now().getTime() + QUESTION_MS);
        return answer(words.unlinkAsk, [words.unlinkYes, words.unlinkNo]);
      case 'confirm-unlink':
        await teamsInvitations.unlinkPerson(identity);
        return answer(words.unlinked);
      case 'keep-linked':
        return answer(words.kept);
    }
  }

  async function link(code: string, identity: TeamsIdentity, activity: RawActivity): Promise<Admission> {
    const words = wordsOf(localeOf(activity)).teamsIdentity;
    const who = [`${identity.tenantId}/${identity.objectId}`.toLowerCase()];
    const wait = await refusedCodes.begin(who);
    if (wait > 0) return answer(words.tooMany(Math.ceil(wait / 60)));
    const conversationId = conversationIdOf(activity);
    const outcome = await lookAt(
      () => refusedCodes.forgive(who),
      () => teamsInvitations.redeem({ code, identity, conversationId, now: clock.now() }),
    );
    if (!outcome.ok) return answer(words.fault[outcome.fault.code]);
    await refusedCodes.forgive(who);
    const { person, before } = outcome.value;
    const hers = wordsOf(person.locale).teamsIdentity;
    return {
      ...answer(before ? hers.already(person.firstName) : hers.linked(person.firstName)),
      known: { kind: 'admitted', personId: person.id, deskId: person.deskId, locale: person.locale },
    };
  }
}

/** Only what she types: a press of a button says nothing of who she is. */
const isWriting = ({ type, value }: RawActivity): boolean =>
  (type === 'message' || type === 'messageUpdate') && (value === undefined || value === null);

const answer = (
  text: string,
  choices: readonly string[] = [],
): Admission & { readonly kind: 'answered'; readonly activity: Message } => ({
  kind: 'answered',
  activity: {
    type: 'message',
    text,
    textFormat: 'plain',
    channelData: { guichet: { decision: 'service' } },
    ...(choices.length > 0 && {
      suggestedActions: {
        actions: choices.map((title) => ({ type: 'imBack', title, value: title })),
      },
    }),
  },
});
