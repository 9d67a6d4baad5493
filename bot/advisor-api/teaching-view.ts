import type { PhraseProposal } from '../../data/teaching/types';
import { isWorse } from '../../knowledge/teaching/guard';
import { clustersOf } from '../teaching/clusters';
import type { ProposalView, TeachingView } from './contract-teaching';
import type { ApiParts } from './endpoint';
import { textLikeness } from './likeness';
import type { DeskScope } from './scope';

/** Messages that are grouped at most, and groups that are shown. */
const MOST_MESSAGES = 1_000;
const MOST_CLUSTERS = 30;
const MOST_PROPOSALS = 100;
const MOST_DECIDED = 20;
/** How many of a group are shown beside the first. */
const MOST_ALIKE = 3;
/** Votes below which nothing is said about an answer, and the share of helpful ones from which it is good enough. */
const FEWEST_VOTES = 3;
const GOOD_SHARE = 0.6;
const VOTES_DAYS = 28;
const DAY_MS = 86_400_000;

/** Everything on the page on which supervisors teach. */
export async function teachingView(
  scope: DeskScope,
  now: Date,
  parts: Pick<ApiParts, 'services' | 'knowledge'>,
): Promise<TeachingView> {
  const { services, knowledge } = parts;
  const { deskIds } = scope;
  const [waiting, decided, unanswered] = await Promise.all([
    services.teaching.proposals(deskIds, true, MOST_PROPOSALS),
    services.teaching.proposals(deskIds, false, MOST_DECIDED),
    services.teaching.unanswered(deskIds, MOST_MESSAGES),
  ]);
  const viewed = (proposals: readonly PhraseProposal[]) =>
    Promise.all(proposals.map((proposal) => proposalView(proposal, parts)));
  return {
    proposals: await viewed(waiting),
    decided: await viewed(decided),
    clusters: clustersOf(unanswered, textLikeness).slice(0, MOST_CLUSTERS).map(clusterView),
    lowRated: await lowRated(scope, now, parts),
    topics: knowledge
      .topics()
      .filter(({ desk }) => scope.allows(desk))
      .map(({ id, desk, titleFr }) => ({ id, desk, title: titleFr })),
  };
}

export async function proposalView(
  proposal: PhraseProposal,
  { services, knowledge }: Pick<ApiParts, 'services' | 'knowledge'>,
): Promise<ProposalView> {
  const { formerTopicId, trial } = proposal;
  const proposer = await services.advisors.find(proposal.proposedById);
  const titleOf = (topicId: string): string => knowledge.topic(topicId)?.titleFr ?? topicId;
  return {
    id: proposal.id,
    desk: proposal.deskId,
    text: proposal.text,
    topicId: proposal.topicId,
    topicTitle: titleOf(proposal.topicId),
    formerTitle: formerTopicId === null ? null : titleOf(formerTopicId),
    source: proposal.source,
    proposedBy: proposer?.name ?? '',
    status: proposal.status,
    trial: trial && { before: trial.before, after: trial.after, worse: isWorse(trial.before, trial.after) },
    createdAt: proposal.createdAt.toISOString(),
  };
}

function clusterView({
  deskId,
  messages,
}: ReturnType<typeof clustersOf>[number]): TeachingView['clusters'][number] {
  const [first, ...others] = messages;
  const texts = new Set(others.map(({ text }) => text));
  texts.delete(first?.text ?? '');
  return {
    desk: deskId,
    text: first?.text ?? '',
    count: messages.length,
    ids: messages.map(({ id }) => id),
    alike: [...texts].slice(0, MOST_ALIKE),
    lastAt: new Date(Math.max(...messages.map(({ at }) => at.getTime()))).toISOString(),
  };
}

async function lowRated(
  scope: DeskScope,
  now: Date,
  { services, knowledge }: Pick<ApiParts, 'services' | 'knowledge'>,
): Promise<TeachingView['lowRated']> {
  const period = { from: new Date(now.getTime() - VOTES_DAYS * DAY_MS), to: now };
  const votes = await services.insights.votes({ deskIds: scope.deskIds, period });
  return votes
    .filter(({ helpful, not }) => helpful + not >= FEWEST_VOTES && helpful / (helpful + not) < GOOD_SHARE)
    .map((vote) => ({ ...vote, title: knowledge.topic(vote.topicId)?.titleFr ?? vote.topicId }));
}
