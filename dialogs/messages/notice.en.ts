import type { Messages } from '../messages.fr';
import type { noticeFr } from './notice.fr';

/** The English sentences that Guichet writes of its own accord: see ../messages.en.ts. */
export const noticeEn: Pick<Messages, keyof typeof noticeFr> = {
  notice: {
    comeBack: (topic) => `As agreed, I am coming back to you about "${topic}". Has it been settled since?`,
    comeBackSolved: 'It is settled',
    comeBackOpen: 'Still not',
  },
};
