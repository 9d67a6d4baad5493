import { DateTime } from 'luxon';
import type { Figures, Period } from '../../data/insights/types';
import type { FiguresView } from './contract-figures';
import type { ApiParts } from './endpoint';
import { ApiFault } from './errors';
import type { DeskScope } from './scope';

/** The longest period, in days: a leap year. */
const LONGEST = 366;

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly desk?: string | undefined;
}

/**
 * The figures of a period, as the page and the files show them.
 *
 * @throws ApiFault `not-found` for a desk that is not hers, `invalid` for a period that ends before it begins or is over a year long.
 */
export async function readFigures(
  asked: Asked,
  { scope, now }: { readonly scope: DeskScope; readonly now: Date },
  { services, knowledge }: Pick<ApiParts, 'services' | 'knowledge'>,
): Promise<FiguresView> {
  if (asked.desk !== undefined && !scope.allows(asked.desk)) throw new ApiFault('not-found');
  const deskIds = scope.deskIds.filter((id) => asked.desk === undefined || id === asked.desk);
  const zone = await scope.zone(deskIds);
  const figures = await services.insights.figures({ deskIds, zone, now, period: periodOf(asked, zone) });
  return view(figures, { from: asked.from, to: asked.to, zone }, (topicId) => {
    return knowledge.topic(topicId)?.titleFr ?? topicId;
  });
}

function periodOf({ from, to }: Asked, zone: string): Period {
  const start = DateTime.fromISO(from, { zone });
  const end = DateTime.fromISO(to, { zone }).plus({ days: 1 });
  const days = end.diff(start, 'days').days;
  if (days < 1 || days > LONGEST) {
    throw new ApiFault('invalid', { detail: `from, to: between one day and ${LONGEST} of them` });
  }
  return { from: start.toJSDate(), to: end.toJSDate() };
}

function view(
  { votes, byCategory, ...figures }: Figures,
  span: Pick<FiguresView, 'from' | 'to' | 'zone'>,
  titleOf: (topicId: string) => string,
): FiguresView {
  return {
    ...span,
    ...figures,
    byCategory: byCategory.map(({ deskId, ...counts }) => ({ desk: deskId, ...counts })),
    articles: votes.map((vote) => ({ ...vote, title: titleOf(vote.topicId) })),
  };
}
