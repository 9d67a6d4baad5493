import { randomInt, scrypt } from 'node:crypto';
import type { Locale, Person } from '../people/types';
import { toPerson } from '../people/service';
import { inTransaction, toNullableJson, type Database, type Transaction } from '../prisma/database';
import { ok, refused, type Result } from '../result';
import { canonical, keyOf, type TeamsIdentity } from './accounts';

/** How long a code can be used. */
const VALID_MS = 7 * 24 * 3_600_000;
const LENGTH = 8;
/** No vowels, so that no code is a word, and nothing that is read as something else: 0, O, 1, I. */
export const CODE_ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ23456789';

/** A code that an advisor hands to a person. It is shown once; only what cannot be turned back into it is kept. */
export interface TeamsInvitation {
  /** As ABCD-EFGH. */
  readonly code: string;
  readonly expiresAt: Date;
}

export type InvitationFault = { readonly code: 'unknown' | 'expired' | 'used' };

/** Whose conversation it is from now on. */
export interface LinkedPerson {
  readonly person: Person;
  /** It was so before: the same code came again. */
  readonly before: boolean;
}

export interface TeamsInvitationService {
  /** Makes a code for a person; those that she has not used end with it. */
  invite(command: {
    readonly personId: string;
    readonly advisorId: string;
    readonly now: Date;
  }): Promise<TeamsInvitation>;
  /**
   * Links an account to the person whose code it brings: once, within its time. The conversation in which she brought it becomes hers,
   * with her desk and without what was said before of somebody else.
   *
   * @param command.code in any case, with or without its hyphen.
   */
  redeem(command: {
    readonly code: string;
    readonly identity: TeamsIdentity;
    readonly conversationId: string;
    readonly now: Date;
  }): Promise<Result<LinkedPerson, InvitationFault>>;
  /** Forgets which person an account is, with what her conversations on Teams know of her. @returns whether it was one. */
  unlinkPerson(identity: TeamsIdentity): Promise<boolean>;
}

/** Invitations to Teams, and the accounts that they link. */
export function createTeamsInvitationService(db: Database): TeamsInvitationService {
  return {
    async invite({ personId, advisorId, now }) {
      const code = newCode();
      const codeHash = await hashCode(code);
      const expiresAt = new Date(now.getTime() + VALID_MS);
      await inTransaction(db, async (tx) => {
        await tx.teamsInvitation.updateMany({
          where: { personId, usedAt: null, expiresAt: { gt: now } },
          data: { expiresAt: now },
        });
        await tx.teamsInvitation.create({
          data: { codeHash, personId, createdById: advisorId, createdAt: now, expiresAt },
        });
      });
      return { code, expiresAt };
    },
    async redeem({ code, identity, conversationId, now }) {
      const codeHash = await hashCode(code);
      return inTransaction(db, (tx) => redeem(tx, { codeHash, identity, conversationId, now }));
    },
    unlinkPerson: (identity) =>
      inTransaction(db, async (tx) => {
        const account = await tx.teamsAccount.findUnique({ where: keyOf(identity) });
        if (!account?.personId) return false;
        await forgetIn(tx, account.personId);
        if (account.advisorId === null) await tx.teamsAccount.delete({ where: keyOf(identity) });
        else await tx.teamsAccount.update({ where: keyOf(identity), data: { personId: null } });
        return true;
      }),
  };
}

async function redeem(
  tx: Transaction,
  command: { codeHash: string; identity: TeamsIdentity; conversationId: string; now: Date },
): Promise<Result<LinkedPerson, InvitationFault>> {
  const { codeHash, identity, conversationId, now } = command;
  const invitation = await tx.teamsInvitation.findUnique({ where: { codeHash } });
  const row = invitation && (await tx.person.findUnique({ where: { id: invitation.personId } }));
  if (!invitation || !row) return refused({ code: 'unknown' });
  const person = toPerson(row);
  const account = await tx.teamsAccount.findUnique({ where: keyOf(identity) });
  if (invitation.usedAt !== null) {
    return account?.personId === person.id ? ok({ person, before: true }) : refused({ code: 'used' });
  }
  if (invitation.expiresAt <= now) return refused({ code: 'expired' });
  // Of two who bring it at once, the one whose update finds it unused.
  const spent = await tx.teamsInvitation.updateMany({
    where: { codeHash, usedAt: null },
    data: { usedAt: now },
  });
  if (spent.count !== 1) return refused({ code: 'used' });
  const before = account?.personId === person.id;
  if (account?.personId && !before) await forgetIn(tx, account.personId);
  const linked = { personId: person.id, linkedBy: 'invitation', linkedAt: now };
  await tx.teamsAccount.upsert({
    where: keyOf(identity),
    update: linked,
    create: { ...canonical(identity), ...linked },
  });
  await giveConversation(tx, conversationId, person);
  return ok({ person, before });
}

/** The chat is hers: at her desk, in her language. What was begun in it as a visitor, or by somebody else, ends. */
async function giveConversation(tx: Transaction, id: string, person: Person): Promise<void> {
  const locale: Locale = person.locale;
  await tx.conversation.updateMany({
    where: { id, OR: [{ personId: null }, { personId: { not: person.id } }] },
    data: {
      personId: person.id,
      deskId: person.deskId,
      deskPending: false,
      locale,
      state: toNullableJson(null),
    },
  });
}

/** Her other accounts are known again by their next message. */
async function forgetIn(tx: Transaction, personId: string): Promise<void> {
  await tx.conversation.updateMany({
    where: { channel: 'teams', personId },
    data: { personId: null, state: toNullableJson(null) },
  });
}

/** With a letter in it: digits alone would be read as a number of hers. */
function newCode(): string {
  const signs = Array.from({ length: LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]);
  if (!/[A-Z]/.test(signs.join(''))) return newCode();
  return `${signs.slice(0, LENGTH / 2).join('')}-${signs.slice(LENGTH / 2).join('')}`;
}

/** A code is short: whoever reads the database must not find it by trying them all, so its hash is slow. */
function hashCode(code: string): Promise<string> {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return new Promise((resolve, reject) => {
    scrypt(plain, 'guichet teams invitation', 24, (error, key) =>
      error === null ? resolve(key.toString('base64url')) : reject(error),
    );
  });
}
