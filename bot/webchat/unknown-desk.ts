import { DESK_IDS } from '../../data/desks/types';
import { refusal } from '../errors';
import type { HttpRefusal } from '../http';

/** The refusal of a desk that does not exist, with those that do. */
export const unknownDesk = (): HttpRefusal =>
  refusal(
    'unknown-desk',
    `Guichet inconnu : écrivez l'un de ceux-ci dans "desk". / Unknown desk: write one of these as "desk". ${DESK_IDS.join(', ')}`,
  );
