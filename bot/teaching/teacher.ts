import type { ProposalTrial, TrialFigures } from '../../data/teaching/types';
import { ok, refused, type Result } from '../../data/result';
import type { ReloadableKnowledge } from '../../knowledge/create';
import { isWorse } from '../../knowledge/teaching/guard';
import { addPhrase, asLine, removePhrase, styleOf } from '../../knowledge/teaching/phrase-file';
import { sameness } from '../../knowledge/text/sameness';
import type { Topic } from '../../knowledge/types';

export type TeachFault =
  | { readonly code: 'unknown-topic' }
  | { readonly code: 'empty-phrase' }
  /** It stands in another topic of the desk already. */
  | { readonly code: 'phrase-known'; readonly topicId: string }
  | { readonly code: 'worse'; readonly trial: Trial }
  /** The folder of the phrases cannot be written. */
  | { readonly code: 'read-only' };

export interface Trial {
  readonly before: TrialFigures;
  readonly after: TrialFigures;
  readonly worse: boolean;
}

interface Lesson {
  readonly topicId: string;
  readonly text: string;
}

/** Teaches the assistant a phrase: tried on the side first, then written into the knowledge folder and learned. One lesson at a time. */
export interface Teacher {
  /** What a phrase would change. A few seconds; messages are answered meanwhile. */
  try(lesson: Lesson): Promise<Result<Trial, TeachFault>>;
  /** Learns it. What makes the assistant worse is refused unless forced. */
  teach(lesson: Lesson, force: boolean): Promise<Result<ProposalTrial, TeachFault>>;
  /** Takes a phrase out again, and learns anew. */
  unteach(lesson: Lesson): Promise<Result<null, TeachFault>>;
}

/** @param dir the knowledge folder that `knowledge` was read from. */
export function createTeacher(
  knowledge: Pick<ReloadableKnowledge, 'topic' | 'content' | 'trial' | 'reload' | 'understand'>,
  dir: string,
): Teacher {
  let busy: Promise<unknown> = Promise.resolve();
  /** What was measured last, and on which content: learning it right afterwards measures nothing anew. */
  let last: { readonly key: string; readonly content: unknown; readonly trial: Trial } | null = null;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = busy.then(work, work);
    busy = next.catch(() => undefined);
    return next;
  };

  /** Whether a phrase can be learned at all. */
  function check({ topicId, text }: Lesson): Result<Topic, TeachFault> {
    const topic = knowledge.topic(topicId);
    if (topic === null) return refused({ code: 'unknown-topic' });
    const plain = sameness(asLine(text));
    if (plain === '') return refused({ code: 'empty-phrase' });
    const known = knowledge
      .content()
      .phrases.phrases.find((phrase) => phrase.desk === topic.desk && sameness(phrase.text) === plain);
    if (known && known.topicId !== topicId) return refused({ code: 'phrase-known', topicId: known.topicId });
    return ok(topic);
  }

  async function trial(lesson: Lesson): Promise<Result<Trial, TeachFault>> {
    const checked = check(lesson);
    if (!checked.ok) return checked;
    const key = JSON.stringify([lesson.topicId, asLine(lesson.text)]);
    const content = knowledge.content();
    if (last === null || last.key !== key || last.content !== content) {
      const { before, after } = await knowledge.trial([{ topic: checked.value, text: lesson.text }]);
      last = { key, content, trial: { before, after, worse: isWorse(before, after) } };
    }
    return ok(last.trial);
  }

  return {
    try: (lesson) => inTurn(() => trial(lesson)),
    teach: (lesson, force) =>
      inTurn(async () => {
        const tried = await trial(lesson);
        if (!tried.ok) return tried;
        const { before, after, worse } = tried.value;
        if (worse && !force) return refused({ code: 'worse', trial: tried.value });
        const topic = knowledge.topic(lesson.topicId) as Topic;
        const { language } = knowledge.understand(lesson.text, { desk: topic.desk });
        const written = attempt(() =>
          addPhrase(dir, { topic, text: lesson.text }, styleOf(lesson.text, language)),
        );
        if (!written.ok) return written;
        await knowledge.reload();
        return ok({ before, after, forced: worse });
      }),
    unteach: (lesson) =>
      inTurn(async () => {
        const topic = knowledge.topic(lesson.topicId);
        if (topic === null) return refused({ code: 'unknown-topic' });
        const removed = attempt(() => removePhrase(dir, { topic, text: lesson.text }));
        if (removed.ok) await knowledge.reload();
        return removed;
      }),
  };
}

/** What the file system refuses is a fault that somebody can mend, not a crash. */
function attempt(write: () => void): Result<null, TeachFault> {
  try {
    write();
    return ok(null);
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code === 'string') return refused({ code: 'read-only' });
    throw error;
  }
}
