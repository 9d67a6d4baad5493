/** What the sample portal asks the server, in demo mode only. */

export interface DemoPerson {
  readonly id: string;
  readonly displayName: string;
  readonly firstName: string;
  readonly zone: string;
}

export interface DemoDesk {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly people: readonly DemoPerson[];
}

/** A person's records, dates as ISO strings. */
export interface DemoRecords {
  readonly ssnState: 'present' | 'missing' | 'provisional';
  readonly ibanState: 'present' | 'missing';
  readonly assignments: readonly {
    readonly id: string;
    readonly family: string;
    readonly pupil: string;
    readonly subject: string;
    readonly level: string;
    readonly couponsTotal: number;
    readonly couponsUsed: number;
    readonly endedAt: string | null;
  }[];
  readonly students: readonly {
    readonly id: string;
    readonly name: string;
    readonly path: string;
    readonly active: boolean;
    readonly fundingEndsOn: string | null;
    readonly pathEndsOn: string | null;
  }[];
  readonly invoices: readonly {
    readonly id: string;
    readonly number: string;
    readonly month: string;
    readonly amountCents: number;
    readonly status: 'call-sent' | 'in-progress' | 'paid';
  }[];
}

async function ask<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    ...(body
      ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

/** The desks and their people. */
export const askDesks = async (): Promise<readonly DemoDesk[]> =>
  (await ask<{ desks: readonly DemoDesk[] }>('/api/demo/people')).desks;

/** What the portal shows of a person. */
export const askRecords = (personId: string): Promise<DemoRecords> =>
  ask(`/api/demo/records?person=${encodeURIComponent(personId)}`);

/** A signed identity, as the portal's own server would make it. Good for ten minutes. */
export const askIdentity = async (personId: string): Promise<string> =>
  (await ask<{ identity: string }>('/api/demo/identity', { personId })).identity;
