import { SECONDARY_OF_ADMINISTRATION } from './secondary-administration';
import { SECONDARY_OF_LISTS } from './secondary-lists';
import { SECONDARY_OF_TICKETS } from './secondary-tickets';

/** Everything that can be asked beside a path. */
export const SECONDARY = [...SECONDARY_OF_TICKETS, ...SECONDARY_OF_LISTS, ...SECONDARY_OF_ADMINISTRATION];
