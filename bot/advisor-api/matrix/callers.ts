import type { AdvisorRole } from '../../../data/advisors/types';
import type { DeskId } from '../../../data/desks/types';

/** The two desks between which nothing may pass. A third one shows that "all desks" is meant nowhere. */
export const HERE: DeskId = 'abc';
export const ELSEWHERE: DeskId = 'oc-mentor';
export const MATRIX_DESKS: readonly DeskId[] = [HERE, ELSEWHERE];

/** Who calls. `open`: her session is; anybody else is signed out for every endpoint. */
export interface MatrixCaller {
  readonly who: string;
  readonly role: AdvisorRole;
  readonly desks: readonly DeskId[];
  readonly session: 'open' | 'none' | 'revoked' | 'expired' | 'deactivated';
}

const caller = (
  who: string,
  role: AdvisorRole,
  desks: readonly DeskId[],
  session: MatrixCaller['session'] = 'open',
): MatrixCaller => ({ who, role, desks, session });

export const CALLERS: readonly MatrixCaller[] = [
  caller('advisor', 'advisor', [HERE]),
  caller('supervisor', 'supervisor', [HERE]),
  caller('admin', 'admin', [HERE]),
  caller('advisor of another desk', 'advisor', [ELSEWHERE]),
  caller('supervisor of another desk', 'supervisor', [ELSEWHERE]),
  caller('admin of another desk', 'admin', [ELSEWHERE]),
  caller('advisor of both desks', 'advisor', MATRIX_DESKS),
  caller('nobody signed in', 'admin', MATRIX_DESKS, 'none'),
  caller('admin whose session was revoked', 'admin', MATRIX_DESKS, 'revoked'),
  caller('admin whose session has expired', 'admin', MATRIX_DESKS, 'expired'),
  caller('admin who was deactivated', 'admin', MATRIX_DESKS, 'deactivated'),
];
