import type { Notice } from '../../data/notices/types';
import { metaFor, say, topicTitle } from '../replies';
import type { Reply } from '../reply';
import type { Telling } from './telling';

/** The promise to come back, kept: has it been settled since, or should a request be filed now? */
export function comeBack(notice: Notice & { kind: 'come-back' }, telling: Telling): Reply | null {
  const { knowledge, words } = telling;
  if (knowledge.topic(notice.topicId) === null) return null;
  return say(
    words.notice.comeBack(topicTitle(telling, notice.topicId)),
    [
      {
        label: words.notice.comeBackOpen,
        action: { type: 'start-form', form: 'ticket', topicId: notice.topicId },
        primary: true,
      },
      { label: words.notice.comeBackSolved, action: { type: 'choose', value: 'notice:settled' } },
    ],
    metaFor('service', notice.topicId),
  );
}
