import type { teachingFr } from './strings-teaching.fr';

const messages = (count: number): string => `${count} ${count === 1 ? 'message' : 'messages'}`;

/** The English strings of the page on which supervisors teach: see strings.en.ts. */
export const teachingEn: typeof teachingFr = {
  title: 'Learning',
  lead: 'What the assistant did not understand, and what your colleagues propose that it learns.',
  propose: {
    check: 'Propose that the assistant learns it',
    hint: 'A supervisor reads the phrase of the request before it is learned.',
    done: 'Phrase proposed: a supervisor will read it.',
  },
  proposals: {
    title: 'Proposed phrases',
    empty: [
      'No phrase to read',
      'When an advisor says that a request was about another topic, its phrase comes here.',
    ],
    by: (who) => `proposed by ${who}`,
    sources: {
      ticket: 'from a request',
      message: 'from a message that was not understood',
      typed: 'typed in',
    },
    former: (title) => `The assistant had understood: ${title}`,
    text: 'Phrase, as it will be learned',
    textHint: 'Take out names and anything that points to a person.',
    topic: 'Topic',
    try: 'Measure its effect',
    accept: 'Learn',
    force: 'Learn all the same',
    refuse: 'Refuse',
    busy: 'The assistant learns and is measured: a few seconds…',
  },
  trial: {
    title: 'Measured on messages that the assistant never learns from',
    columns: ['Messages', 'Before', 'After'],
    rows: {
      right: 'Right topic first',
      wronglyAnswered: 'Wrong answers',
      answeredOutOfScope: 'Answers out of scope',
    },
    of: (count, all) => `${count} of ${all}`,
    same: 'Nothing changes on these messages.',
    better: 'The assistant understands these messages better.',
    worse: 'The assistant understands other messages less well. Change the phrase, or force it knowingly.',
  },
  clusters: {
    title: 'Messages not understood',
    empty: ['Nothing that was not understood', 'Messages that the assistant cannot place will appear here.'],
    count: (count) => messages(count),
    alike: 'Also:',
    topic: 'What was it about?',
    choose: 'Choose a topic…',
    propose: 'Propose',
    dismiss: 'Ignore',
    dismissed: (count) => `${messages(count)} ignored.`,
    restored: (count) => `${messages(count)} on the list again.`,
  },
  lowRated: {
    title: 'Answers found of little help',
    lead: 'At least three votes in four weeks, fewer than 60% of them favourable.',
    empty: 'No badly rated answer.',
    votes: (helpful, not) => `${helpful} helpful, ${not} not`,
  },
  decided: {
    title: 'Recent decisions',
    empty: 'No decision yet.',
    states: { accepted: 'Learned', refused: 'Refused', proposed: 'To be read' },
    undo: 'Take back',
    undone: 'The phrase is to be read again.',
  },
  learned: 'Phrase learned.',
  refused: 'Phrase refused.',
  undo: 'Undo',
};
