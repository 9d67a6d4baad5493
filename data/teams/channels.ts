import { randomUUID } from 'node:crypto';
import { DESK_IDS, type DeskId } from '../desks/types';
import type { JsonValue } from '../conversations/types';
import { enqueue } from '../outbox/enqueue';
import type { Locale } from '../people/types';
import { inTransaction, oneOf, toJson, type Database, type Transaction } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';

const LOCALES = ['fr', 'en'] as const satisfies readonly Locale[];

/** A channel as Teams names it, and how the bot is reached there. */
export interface ChannelIdentity {
  readonly tenantId: string;
  readonly teamId: string;
  /** As 19:…@thread.tacv2. */
  readonly channelId: string;
  readonly name: string;
  /** Bot Framework conversation reference of the channel itself, without a thread. */
  readonly reference: JsonValue;
}

/** The channel of a Teams team in which a desk's tickets appear as cards. */
export interface TeamsChannel extends ChannelIdentity {
  readonly id: string;
  readonly deskId: DeskId;
  /** null: every category of the desk that has no channel of its own. */
  readonly category: string | null;
  /** The language of its cards. */
  readonly locale: Locale;
  readonly linkedById: string | null;
  readonly createdAt: Date;
  /** Nothing can be sent there any more; linking it again clears it. */
  readonly dead: { readonly at: Date; readonly reason: string } | null;
}

/** What a link replaced: the queue that the channel had before, and the channel that the queue had before. */
export interface LinkedChannel {
  readonly channel: TeamsChannel;
  readonly formerQueue: { readonly deskId: DeskId; readonly category: string | null } | null;
  readonly formerChannel: TeamsChannel | null;
}

export interface TeamsChannelService {
  find(id: string): Promise<TeamsChannel | null>;
  /** By the id that Teams gives it. */
  findByChannelId(channelId: string): Promise<TeamsChannel | null>;
  /** Every channel of these desks, dead ones too. */
  ofDesks(deskIds: readonly string[]): Promise<readonly TeamsChannel[]>;
  /** Where a new card of this category goes: the category's own channel, else the desk's; null: nowhere. Never a dead one. */
  forTicket(deskId: string, category: string): Promise<TeamsChannel | null>;
  /** Gives the channel the desk's tickets of a category. A queue has one channel, and a channel one queue: what was before is replaced. */
  link(command: {
    readonly channel: ChannelIdentity;
    readonly deskId: DeskId;
    readonly category: string | null;
    readonly locale: Locale;
    readonly advisorId: string;
    readonly now: Date;
  }): Promise<LinkedChannel>;
  /** Takes the channel's queue from it, with what is known of its cards. @returns what it was; null: it was not linked. */
  unlink(channelId: string): Promise<TeamsChannel | null>;
  /** How the bot is reached there, as an activity from it said: so it is alive. Its name changes where it says one. */
  refresh(
    channelId: string,
    latest: { readonly reference: JsonValue; readonly name?: string },
  ): Promise<void>;
  rename(channelId: string, name: string): Promise<void>;
  /** Nothing can be sent there any more: the desk's supervisors are told, once. @returns whether it was alive until now. */
  markDead(id: string, reason: string, now: Date): Promise<boolean>;
  /** The same for the channels of a team that is gone, or from which the app was removed. @returns how many were alive until now. */
  markTeamDead(teamId: string, reason: string, now: Date): Promise<number>;
}

/** The channels of the advisors' teams, each with the queue that it shows. */
export function createTeamsChannelService(db: Database): TeamsChannelService {
  return {
    find: async (id) => toChannel(await db.teamsChannel.findUnique({ where: { id } })),
    findByChannelId: async (channelId) =>
      toChannel(await db.teamsChannel.findUnique({ where: { channelId } })),
    async ofDesks(deskIds) {
      const rows = await db.teamsChannel.findMany({
        where: { deskId: { in: [...deskIds] } },
        orderBy: [{ deskId: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.flatMap((row) => toChannel(row) ?? []);
    },
    async forTicket(deskId, category) {
      const rows = await db.teamsChannel.findMany({
        where: { deskId, deadAt: null, OR: [{ category }, { category: null }] },
      });
      return toChannel(
        rows.find((row) => row.category === category) ?? rows.find((row) => row.category === null) ?? null,
      );
    },
    link: (command) => inTransaction(db, (tx) => link(tx, command)),
    unlink: (channelId) =>
      inTransaction(db, async (tx) => {
        const row = await tx.teamsChannel.findUnique({ where: { channelId } });
        if (row) await remove(tx, row.id);
        return toChannel(row);
      }),
    async refresh(channelId, { reference, name }) {
      await db.teamsChannel.updateMany({
        where: { channelId },
        data: {
          reference: toJson(reference),
          deadAt: null,
          deadReason: null,
          ...(name === undefined ? {} : { name }),
        },
      });
    },
    async rename(channelId, name) {
      await db.teamsChannel.updateMany({ where: { channelId }, data: { name } });
    },
    markDead: (id, reason, now) =>
      inTransaction(db, async (tx) => {
        const row = await tx.teamsChannel.findUnique({ where: { id, deadAt: null } });
        if (row) await declareDead(tx, row, reason, now);
        return row !== null;
      }),
    markTeamDead: (teamId, reason, now) =>
      inTransaction(db, async (tx) => {
        const rows = await tx.teamsChannel.findMany({ where: { teamId, deadAt: null } });
        for (const row of rows) await declareDead(tx, row, reason, now);
        return rows.length;
      }),
  };
}

async function link(
  tx: Transaction,
  command: Parameters<TeamsChannelService['link']>[0],
): Promise<LinkedChannel> {
  const { channel, deskId, category, locale, advisorId, now } = command;
  const before = await tx.teamsChannel.findUnique({ where: { channelId: channel.channelId } });
  const other = await tx.teamsChannel.findFirst({
    where: { deskId, category, channelId: { not: channel.channelId } },
  });
  if (other) await remove(tx, other.id);
  // The cards of another desk are no longer this channel's.
  if (before && before.deskId !== deskId) await remove(tx, before.id);
  const data = {
    ...channel,
    reference: toJson(channel.reference),
    deskId,
    category,
    locale,
    linkedById: advisorId,
    deadAt: null,
    deadReason: null,
  };
  const row =
    before?.deskId === deskId
      ? await tx.teamsChannel.update({ where: { id: before.id }, data })
      : await tx.teamsChannel.create({ data: { ...data, id: randomUUID(), createdAt: now } });
  const moved = before && (before.deskId !== deskId || before.category !== category);
  return {
    channel: fromRow(row),
    formerQueue: moved ? { deskId: fromRow(before).deskId, category: before.category } : null,
    formerChannel: toChannel(other),
  };
}

async function declareDead(
  tx: Transaction,
  { id, deskId }: Prisma.TeamsChannelModel,
  reason: string,
  now: Date,
): Promise<void> {
  await tx.teamsChannel.update({ where: { id }, data: { deadAt: now, deadReason: reason } });
  const supervisors = await tx.advisor.findMany({
    where: { active: true, role: { not: 'advisor' }, desks: { some: { deskId } } },
    select: { id: true },
  });
  for (const { id: advisorId } of supervisors) {
    const payload = { kind: 'channel-dead', teamsChannelId: id, advisorId } as const;
    await enqueue(tx, payload, `channel-dead:${id}:${now.toISOString()}:${advisorId}`, now);
  }
}

async function remove(tx: Transaction, id: string): Promise<void> {
  await tx.ticketCard.deleteMany({ where: { teamsChannelId: id } });
  await tx.teamsChannel.delete({ where: { id } });
}

const toChannel = (row: Prisma.TeamsChannelModel | null): TeamsChannel | null => row && fromRow(row);

export const fromRow = (row: Prisma.TeamsChannelModel): TeamsChannel => ({
  id: row.id,
  deskId: oneOf(DESK_IDS, row.deskId, 'TeamsChannel.deskId'),
  category: row.category,
  tenantId: row.tenantId,
  teamId: row.teamId,
  channelId: row.channelId,
  name: row.name,
  reference: row.reference as JsonValue,
  locale: oneOf(LOCALES, row.locale, 'TeamsChannel.locale'),
  linkedById: row.linkedById,
  createdAt: row.createdAt,
  dead: row.deadAt === null ? null : { at: row.deadAt, reason: row.deadReason ?? '' },
});
