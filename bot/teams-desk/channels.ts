import type { Advisor } from '../../data/advisors/types';
import { isDeskId, type DeskId } from '../../data/desks/types';
import { wordsOf } from '../../dialogs/scene';
import type { RawActivity } from '../channels/read-activity';
import { noticeCard, questionCard, type Json } from './card';
import type { ChannelPress } from './card-data';
import type { ChannelCommand, NamedCategory } from './command';
import type { TeamsDeskParts } from './deps';
import { advisorBehind, referenceOf } from './gate';
import { localeOf, type ChannelOfActivity } from './identity';
import { sayCategory, sayQueue } from './reader';

/** The value of "every category" in the list. */
const ALL = '*';

/** What is answered about a channel: a sentence, or the card to choose by. */
export type ChannelAnswer = { readonly text: string } | { readonly card: Json };

/** As a card for the one who pressed. */
export const asCard = (answer: ChannelAnswer): Json =>
  'card' in answer ? answer.card : noticeCard(answer.text);

/** Does what somebody asks of the channel that she writes in: linking and unlinking are for supervisors of the desk concerned. */
export async function answerCommand(
  command: ChannelCommand,
  place: ChannelOfActivity,
  activity: RawActivity,
  parts: TeamsDeskParts,
): Promise<ChannelAnswer> {
  const gate = await advisorBehind(activity, parts.services);
  if ('refused' in gate) return { text: gate.refused };
  const { advisor } = gate;
  const { channel } = wordsOf(localeOf(activity)).teamsDesk;
  if (command.kind === 'show' && !maySupervise(advisor)) return describe(place, activity, parts);
  if (!maySupervise(advisor)) return { text: channel.supervisorsOnly };
  switch (command.kind) {
    case 'show':
    case 'choose':
      return chooser(advisor, place, activity, parts);
    case 'link':
      return link(advisor, command, place, activity, parts);
    case 'unlink':
      return unlink(advisor, place, activity, parts);
  }
}

/** A choice made on the card. */
export function answerChoice(
  pressed: ChannelPress,
  place: ChannelOfActivity,
  activity: RawActivity,
  parts: TeamsDeskParts,
): Promise<ChannelAnswer> {
  const { desk, category } = pressed;
  if (pressed.guichetChannel === 'unlink') return answerCommand({ kind: 'unlink' }, place, activity, parts);
  if (!isDeskId(desk)) return answerCommand({ kind: 'choose' }, place, activity, parts);
  const command = { kind: 'link', desk, category: chosen(desk, category ?? ALL, parts) } as const;
  return answerCommand(command, place, activity, parts);
}

function chosen(desk: DeskId, category: string, { categoriesOf }: TeamsDeskParts): NamedCategory {
  if (category === ALL) return { kind: 'all' };
  return categoriesOf(desk).includes(category)
    ? { kind: 'known', id: category }
    : { kind: 'unknown', word: category };
}

const maySupervise = ({ role }: Advisor): boolean => role === 'supervisor' || role === 'admin';

async function link(
  advisor: Advisor,
  { desk: deskId, category }: ChannelCommand & { readonly kind: 'link' },
  place: ChannelOfActivity,
  activity: RawActivity,
  { services, categoriesOf, clock }: TeamsDeskParts,
): Promise<ChannelAnswer> {
  const locale = localeOf(activity);
  const words = wordsOf(locale);
  const { channel } = words.teamsDesk;
  const desk = await services.desks.find(deskId);
  if (!advisor.deskIds.includes(deskId)) return { text: channel.foreignDesk(desk.name) };
  if (category.kind === 'unknown') {
    const known = categoriesOf(deskId).map((each) => sayCategory(each, words));
    return { text: channel.unknownCategory(category.word, known.join(', ')) };
  }
  const before = await services.teamsChannels.findByChannelId(place.channelId);
  if (before !== null && !advisor.deskIds.includes(before.deskId)) {
    return { text: channel.foreignDesk((await services.desks.find(before.deskId)).name) };
  }
  const linked = await services.teamsChannels.link({
    channel: { ...place, name: place.name ?? before?.name ?? '', reference: referenceOf(activity, place) },
    deskId,
    category: category.kind === 'known' ? category.id : null,
    locale,
    advisorId: advisor.id,
    now: clock.now(),
  });
  const { formerQueue } = linked;
  const former = formerQueue && (await services.desks.find(formerQueue.deskId)).name;
  return {
    text: [
      channel.linked(sayQueue(desk.name, linked.channel.category, words)),
      ...(formerQueue === null || former === null
        ? []
        : [channel.formerQueue(sayQueue(former, formerQueue.category, words))]),
      ...(linked.formerChannel === null ? [] : [channel.formerChannel]),
    ].join(' '),
  };
}

async function unlink(
  advisor: Advisor,
  place: ChannelOfActivity,
  activity: RawActivity,
  { services }: TeamsDeskParts,
): Promise<ChannelAnswer> {
  const words = wordsOf(localeOf(activity));
  const { channel } = words.teamsDesk;
  const known = await services.teamsChannels.findByChannelId(place.channelId);
  if (known === null) return { text: channel.notLinked };
  const desk = await services.desks.find(known.deskId);
  if (!advisor.deskIds.includes(known.deskId)) return { text: channel.foreignDesk(desk.name) };
  await services.teamsChannels.unlink(place.channelId);
  return { text: channel.unlinked(sayQueue(desk.name, known.category, words)) };
}

async function describe(
  place: ChannelOfActivity,
  activity: RawActivity,
  { services }: TeamsDeskParts,
): Promise<{ readonly text: string }> {
  const words = wordsOf(localeOf(activity));
  const { channel } = words.teamsDesk;
  const known = await services.teamsChannels.findByChannelId(place.channelId);
  if (known === null) return { text: channel.notLinked };
  const queue = sayQueue((await services.desks.find(known.deskId)).name, known.category, words);
  return { text: known.dead === null ? channel.isLinked(queue) : channel.isDead(queue) };
}

/** The card on which desk and category are chosen. */
async function chooser(
  advisor: Advisor,
  place: ChannelOfActivity,
  activity: RawActivity,
  parts: TeamsDeskParts,
): Promise<ChannelAnswer> {
  const words = wordsOf(localeOf(activity));
  const { channel } = words.teamsDesk;
  const desks = (await parts.services.desks.all()).filter(({ id }) => advisor.deskIds.includes(id));
  const known = await parts.services.teamsChannels.findByChannelId(place.channelId);
  const categories = [...new Set(desks.flatMap(({ id }) => parts.categoriesOf(id)))];
  const select = (id: string, label: string, value: string, choices: readonly Json[]): Json => ({
    type: 'Input.ChoiceSet',
    id,
    label,
    value,
    isRequired: true,
    errorMessage: label,
    choices,
  });
  const card = questionCard({
    title: channel.chooseTitle,
    text: `${(await describe(place, activity, parts)).text} ${channel.chooseText}`,
    inputs: [
      select(
        'desk',
        channel.chooseDesk,
        known?.deskId ?? desks[0]?.id ?? '',
        desks.map(({ id, name }) => ({ title: name, value: id })),
      ),
      select('category', channel.chooseCategory, known?.category ?? ALL, [
        { title: channel.all, value: ALL },
        ...categories.map((each) => ({ title: sayCategory(each, words), value: each })),
      ]),
    ],
    actions: [
      { title: channel.link, verb: 'guichet.link', data: { guichetChannel: 'link' } },
      ...(known === null
        ? []
        : [{ title: channel.unlink, verb: 'guichet.unlink', data: { guichetChannel: 'unlink' } }]),
    ],
  });
  return { card };
}
