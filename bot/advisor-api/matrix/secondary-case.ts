import type { Sent } from './cases';
import type { Foreign } from './foreign';

/** What an endpoint is asked beside its path: ids in bodies and queries, filters, words. */
export interface SecondaryCase {
  readonly endpoint: string;
  readonly what: string;
  /** Who asks; absent: an advisor of the desk. */
  readonly by?: string;
  /** The path's id; absent: her own desk's ticket. */
  readonly at?: (given: Foreign) => string;
  readonly send: (given: Foreign) => Sent;
  /** What is answered. */
  readonly status: number;
  /** Something that the answer's JSON holds. */
  readonly answer?: object | ((given: Foreign) => object);
}

/** A case whose body, or query, names things. */
export const body = (of: (given: Foreign) => object) => (given: Foreign) => ({ body: of(given) });
export const query = (of: (given: Foreign) => string) => (given: Foreign) => ({ query: of(given) });
/** What a refusal is answered with. */
export const error = (code: string) => ({ error: { code } });
