import { connect } from '../../../data/prisma/database';
import { isDeskId, type DeskId } from '../../../data/desks/types';
import { type AdvisorApiFixture, startAdvisorApi } from '../testing/advisor-api-fixture';
import { CALLERS, ELSEWHERE, HERE, MATRIX_DESKS, type MatrixCaller } from './callers';
import { Ids } from './ids';
import { makeThing } from './make-things';
import type { Named } from './table';

/** Something that a path can name. */
export interface Thing {
  readonly id: string;
  readonly desk: DeskId;
  /** What the next change of it has to say; 0 where nothing has versions. */
  readonly version: number;
}

/** An advisor who calls, with her cookie. */
export interface SignedIn {
  readonly caller: MatrixCaller;
  readonly advisorId: string;
  readonly cookie: string;
}

/** A database with things of two desks, and somebody of each kind who calls. */
export class World {
  private readonly shared = new Map<string, Thing>();
  private nonces = 0;
  /** What names something of a desk, in whatever answer it appears. */
  readonly ids = new Ids();
  readonly callers = new Map<string, SignedIn>();

  private constructor(readonly api: AdvisorApiFixture) {}

  static async open(): Promise<World> {
    const world = new World(await startAdvisorApi());
    for (const desk of MATRIX_DESKS) {
      const people = await world.api.data.services.people.ofDesk(desk);
      world.ids.add(desk, ...people.map(({ id }) => id));
    }
    for (const caller of CALLERS) world.callers.set(caller.who, await signIn(world, caller));
    for (const [desk, who] of [
      [HERE, 'advisor'],
      [ELSEWHERE, 'advisor of another desk'],
    ] as const) {
      for (const named of ['ticket', 'appointment', 'reply', 'phrase', 'attachment'] as const) {
        await world.thing(named, desk, world.caller(who));
      }
    }
    return world;
  }

  caller(who: string): SignedIn {
    const found = this.callers.get(who);
    if (!found) throw new Error(`nobody is called "${who}"`);
    return found;
  }

  nonce(): string {
    this.nonces += 1;
    return `nonce-${this.nonces}`;
  }

  /** The thing of a desk that calls share, as it is now. */
  async thing(named: Named, desk: DeskId, { advisorId }: SignedIn): Promise<Thing> {
    const personal = named === 'view' || named === 'session';
    const key = personal ? `${named} ${advisorId}` : `${named} ${desk}`;
    const known = this.shared.get(key) ?? (await this.make(named, desk, advisorId));
    this.shared.set(key, known);
    return { ...known, version: await this.versionOf(named, known.id) };
  }

  /** A new one. `advisorId`: whose, where it belongs to somebody. */
  async make(named: Named, desk: DeskId, advisorId = this.advisorOf(desk)): Promise<Thing> {
    const id = await makeThing(this, named, desk, advisorId);
    if (named !== 'view' && named !== 'session') this.ids.add(desk, id);
    return { id, desk, version: await this.versionOf(named, id) };
  }

  /** Lets a ticket go on in a new one; what is no ticket stays none, and one that does so already stays. */
  async merge(thing: Thing): Promise<void> {
    const { tickets } = this.api.data.services;
    const found = await tickets.find(thing.id);
    if (found === null || found.status === 'merged') return;
    const into = await this.make('ticket', thing.desk);
    const merged = await this.api.data.services.relations.merge({
      ticketId: thing.id,
      intoId: into.id,
      advisorId: this.advisorOf(thing.desk),
      expectedVersion: thing.version,
      now: this.api.data.clock.now(),
    });
    if (!merged.ok) throw new Error(`not merged: ${merged.fault.code}`);
  }

  /** Somebody of the desk who calls nothing. */
  advisorOf(desk: DeskId): string {
    return desk === HERE ? 'advisor-abc-1' : 'advisor-mentor-1';
  }

  /** Where and with whom an appointment is. */
  async placeOf(appointmentId: string): Promise<{ startsAt: string; advisorId: string }> {
    const found = await this.api.data.services.appointments.find(appointmentId);
    return {
      startsAt: (found?.startsAt ?? this.api.data.clock.now()).toISOString(),
      advisorId: found?.advisorId ?? 'nobody',
    };
  }

  async versionOf(named: Named, id: string): Promise<number> {
    const { tickets, appointments, replies } = this.api.data.services;
    if (named === 'ticket') return (await tickets.find(id))?.version ?? 0;
    if (named === 'appointment') return (await appointments.find(id))?.sequence ?? 0;
    if (named === 'reply') return (await replies.find(id))?.version ?? 0;
    return this.versionOfSetting(named, id);
  }

  private async versionOfSetting(named: Named, id: string): Promise<number> {
    const { advisorAdministration, deskAdministration, assignment } = this.api.data.services;
    const [now, deskIds] = [this.api.data.clock.now(), MATRIX_DESKS];
    const everywhere = { id: '', role: 'admin', deskIds } as const;
    if (named === 'advisor') return (await advisorAdministration.find(everywhere, id, now))?.version ?? 0;
    if (named === 'desk' && isDeskId(id)) return (await deskAdministration.hours(id)).version;
    const teams = named === 'team' ? await Promise.all(deskIds.map((desk) => assignment.teams(desk))) : [];
    return teams.flat().find((team) => team.id === id)?.version ?? 0;
  }

  close(): Promise<void> {
    return this.api.stop();
  }
}

/** Adds an advisor and signs her in; then takes her session away where the matrix says so. */
async function signIn({ api }: World, caller: MatrixCaller): Promise<SignedIn> {
  const { services, clock, url } = api.data;
  const now = clock.now();
  const email = `${caller.who.replaceAll(' ', '.')}@matrix.example`;
  const name = `Matrix ${caller.who}`;
  const { role, desks } = caller;
  const advisor = await services.advisors.add({ name, email, role, deskIds: [...desks], now });
  const cookie = caller.session === 'none' ? '' : await api.signIn(advisor.id);
  if (caller.session === 'revoked') await services.advisors.revokeSessions(advisor.id, null, now);
  if (caller.session === 'expired' || caller.session === 'deactivated') {
    const db = connect(url.replace(/^file:/, ''));
    const where = { id: advisor.id };
    if (caller.session === 'deactivated') await db.advisor.update({ where, data: { active: false } });
    else await db.advisorSession.updateMany({ where: { advisorId: advisor.id }, data: { expiresAt: now } });
    await db.$disconnect();
  }
  return { caller, advisorId: advisor.id, cookie };
}

/** The desk whose thing is named where none is said: the first of hers. */
export const deskOf = ({ desks }: MatrixCaller): DeskId => desks[0] ?? HERE;
export const otherDesk = (desk: DeskId): DeskId => MATRIX_DESKS.find((one) => one !== desk) ?? ELSEWHERE;
