import type { Messages } from '../messages.fr';
import type { reportFr } from './report.fr';

/** The English sentences of the start and end reports: see ../messages.en.ts. */
export const reportEn: Pick<Messages, keyof typeof reportFr> = {
  report: {
    startTitle: '"Bilan de premier cours"',
    endTitle: '"Bilan de fin de mission"',
  },
};
