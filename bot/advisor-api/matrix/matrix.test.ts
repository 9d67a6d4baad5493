import { endpoints } from '../endpoints';
import { call } from './call';
import { CALLERS, ELSEWHERE, HERE, type MatrixCaller } from './callers';
import { caseOf } from './cases';
import { type Row, TABLE } from './table';
import { type SignedIn, type Thing, World, deskOf, otherDesk } from './world';

/**
 * Every endpoint, for everybody, with whatever its path can name: her own, somebody else's, what does not exist and what no id looks like.
 * The table says what is answered; whatever is answered holds nothing of another desk.
 */
let world: World;
beforeAll(async () => {
  world = await World.open();
}, 60_000);
afterAll(() => world.close());

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const MALFORMED = "' OR 1=1 --";

interface Target {
  readonly what: string;
  /** Whether somebody may see it. */
  readonly hers: boolean;
  thing(fresh: boolean): Promise<Thing>;
}

const TABLE_ROWS = Object.entries(TABLE);

test('every endpoint has a row, and every row an endpoint', () => {
  const listed = endpoints.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(TABLE_ROWS.map(([endpoint]) => endpoint).sort()).toEqual(listed.sort());
});

describe.each(TABLE_ROWS)('%s', (endpoint, row) => {
  test.each(CALLERS)('$who', async (caller) => {
    const signedIn = world.caller(caller.who);
    const seen: string[] = [];
    const meant: string[] = [];
    for (const target of targetsOf(row, signedIn)) {
      const status = expected(row, caller, target);
      const { fresh } = caseOf(endpoint) ?? {};
      const thing = await target.thing(fresh === 'always' || (fresh === true && status < 300));
      const answer = await call(world, { endpoint, signedIn, thing });
      meant.push(`${target.what}: ${status}`);
      seen.push([`${target.what}: ${answer.status}`, ...answer.leaked].join(' shows '));
    }
    expect(seen).toEqual(meant);
  });
});

/** What the table means for somebody and something. */
function expected({ who, whoOfDesk = who, names, ok }: Row, caller: MatrixCaller, target: Target): number {
  if (caller.session !== 'open') return 401;
  if (!who.includes(caller.role)) return 403;
  if (names !== null && !target.hers) return 404;
  return whoOfDesk.includes(caller.role) ? ok : 403;
}

function targetsOf({ names }: Row, signedIn: SignedIn): readonly Target[] {
  const { caller } = signedIn;
  const desk = deskOf(caller);
  if (names === null) {
    const thing = () => world.thing('ticket', desk, signedIn);
    return [{ what: 'the call', hers: true, thing }];
  }
  const nowhere = (id: string) => async () => ({ id, desk, version: 0 });
  const none: readonly Target[] = [
    { what: 'an unknown one', hers: false, thing: nowhere(UNKNOWN) },
    { what: 'no id', hers: false, thing: nowhere(MALFORMED) },
  ];
  const make =
    (of: SignedIn, where = desk) =>
    (fresh: boolean) => {
      return fresh ? world.make(names, where, of.advisorId) : world.thing(names, where, of);
    };
  if (names === 'view' || names === 'session') {
    const colleague = world.caller(caller.who === 'advisor' ? 'supervisor' : 'advisor');
    const hers: Target = { what: 'her own', hers: true, thing: make(signedIn) };
    return [
      ...none,
      { what: 'a colleague’s', hers: false, thing: make(colleague) },
      ...(caller.session === 'deactivated' ? [] : [hers]),
    ];
  }
  // Only tutors of this desk enter coupons.
  const desks = names === 'coupon' ? [HERE] : [otherDesk(HERE), HERE];
  const of = desks.map((one): Target => ({
    what: `one of ${one === ELSEWHERE ? 'the other desk' : 'the desk'}`,
    hers: caller.desks.includes(one),
    thing: make(signedIn, one),
  }));
  return [...none, ...of];
}
