import type { Desk } from '../../data/desks/types';
import type { Notice } from '../../data/notices/types';
import type { Answer } from '../../knowledge/types';
import { collectFacts } from '../answer/facts';
import { comeBackChoice } from '../come-back/promise';
import { metaFor, say, topicTitle } from '../replies';
import type { Choice, Reply } from '../reply';
import { sayDate } from '../say';
import { lazyRecords } from '../scene';
import { isInProgress } from '../ticket/own';
import type { Telling } from './telling';

type ComeBack = Notice & { readonly kind: 'come-back' };

/**
 * The promise to come back, kept. Her records are looked at again first: where they have changed (the invoice was paid meanwhile), that is
 * told; else whether it has been settled is asked, with a request ready to be filed.
 */
export async function comeBack(notice: ComeBack, telling: Telling): Promise<Reply | null> {
  const { knowledge, words } = telling;
  if (knowledge.topic(notice.topicId) === null || (await isFiled(notice, telling))) return null;
  const desk = await telling.services.desks.find(telling.listener.desk);
  const answer = await answerNow(notice, telling, desk);
  const meta = metaFor('service', notice.topicId);
  const isNews = answer !== null && notice.next !== undefined && answer.branchId !== notice.next;
  if (!isNews) {
    return say(
      words.notice.comeBack(topicTitle(telling, notice.topicId)),
      [settledChoice(telling), fileChoice(notice, words.notice.comeBackOpen)],
      meta,
    );
  }
  return {
    kind: 'answer',
    title: answer.title,
    body: `${words.comeBack.news(topicTitle(telling, notice.topicId))}\n\n${answer.body}`,
    steps: answer.steps,
    date:
      answer.date === null
        ? null
        : {
            label: answer.date.label,
            value: sayDate(answer.date.iso, telling.locale, telling.listener.now),
          },
    choices: newsChoices(notice, telling, answer, desk),
    meta,
  };
}

/** Somebody works on it already: she filed a request meanwhile. */
async function isFiled({ topicId }: ComeBack, { services, listener }: Telling): Promise<boolean> {
  if (listener.person === null) return false;
  const tickets = await services.tickets.ofPerson(listener.person.id);
  return tickets.some((ticket) => ticket.topicId === topicId && isInProgress(ticket));
}

/** What holds for her today by her records alone; null where they do not decide. */
async function answerNow(notice: ComeBack, telling: Telling, desk: Desk): Promise<Answer | null> {
  const { services, knowledge, listener, locale } = telling;
  const facts = await collectFacts(
    {
      person: listener.person,
      records: lazyRecords(services, listener.person?.id ?? null),
      desk,
      now: listener.now,
      matchNames: (...parts) => knowledge.matchNames(...parts),
    },
    notice.query,
  );
  const answer =
    knowledge.answer(notice.topicId, locale, facts) ?? knowledge.answer(notice.topicId, 'fr', facts);
  return answer?.kind === 'answer' ? answer : null;
}

const fileChoice = ({ topicId }: ComeBack, label: string): Choice => ({
  label,
  action: { type: 'start-form', form: 'ticket', topicId },
  primary: true,
});

const settledChoice = ({ words }: Telling): Choice => ({
  label: words.notice.comeBackSolved,
  action: { type: 'choose', value: 'notice:settled' },
});

/** What can be done about the news: file, be told again when its own date has come, or be done with it. */
function newsChoices(notice: ComeBack, telling: Telling, answer: Answer, desk: Desk): readonly Choice[] {
  const { words, locale, listener } = telling;
  const choices: Choice[] = [];
  if (answer.ticket === 'now') choices.push(fileChoice(notice, words.common.createRequest));
  if (answer.ticket === 'later' && answer.date !== null) {
    const place = { words, locale, zone: listener.person?.zone ?? desk.zone, deskZone: desk.zone };
    choices.push(comeBackChoice(place, notice.topicId, answer.date.iso));
  }
  choices.push(settledChoice(telling), {
    label: words.common.human,
    action: { type: 'talk-to-someone' },
  });
  return choices;
}
