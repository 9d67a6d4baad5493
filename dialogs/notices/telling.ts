import type { Services } from '../../data/services';
import type { Knowledge } from '../../knowledge/types';
import type { Messages } from '../messages.fr';
import type { Listener } from '../reply';

/** What a notice is put into words with. */
export interface Telling {
  readonly services: Services;
  readonly knowledge: Knowledge;
  readonly listener: Listener;
  readonly words: Messages;
  readonly locale: 'fr' | 'en';
}
