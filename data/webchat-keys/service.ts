import { createHash, randomBytes } from 'node:crypto';
import { DESK_IDS, type DeskId } from '../desks/types';
import { oneOf, type Database } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';

/** A key with which the server of a host page signs who its visitor is, for one desk. Never with its secret. */
export interface WebchatKey {
  /** Also the `kid` that a token may name in its header. */
  readonly id: string;
  readonly deskId: DeskId;
  readonly label: string;
  /** The last four characters of the secret, and the beginning of its SHA-256: by these its holder recognises it. */
  readonly ending: string;
  readonly fingerprint: string;
  readonly createdById: string | null;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

export interface WebchatKeyService {
  /** Makes a key. Its secret is answered here and never again. */
  create(command: {
    readonly deskId: DeskId;
    readonly label: string;
    readonly advisorId: string;
    readonly now: Date;
  }): Promise<{ readonly key: WebchatKey; readonly secret: string }>;
  /** Every key of these desks, the newest first, revoked ones too. */
  list(deskIds: readonly DeskId[]): Promise<readonly WebchatKey[]>;
  find(id: string): Promise<WebchatKey | null>;
  /** Ends a key at once; one that is revoked already stays as it is. @returns null: there is none. */
  revoke(id: string, now: Date): Promise<WebchatKey | null>;
  /** The secrets that sign for a desk now. */
  active(deskId: DeskId): Promise<readonly { readonly id: string; readonly secret: string }[]>;
}

/** 288 random bits: more than HS256 needs. */
const SECRET_BYTES = 36;
const FINGERPRINT_CHARACTERS = 12;

export function createWebchatKeyService(db: Database): WebchatKeyService {
  return {
    async create({ deskId, label, advisorId, now }) {
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      const row = await db.webchatKey.create({
        data: {
          id: `key-${randomBytes(6).toString('hex')}`,
          deskId,
          label,
          secret,
          createdById: advisorId,
          createdAt: now,
        },
      });
      return { key: toKey(row), secret };
    },
    async list(deskIds) {
      const rows = await db.webchatKey.findMany({
        where: { deskId: { in: [...deskIds] } },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      });
      return rows.map(toKey);
    },
    async find(id) {
      const row = await db.webchatKey.findUnique({ where: { id } });
      return row && toKey(row);
    },
    async revoke(id, now) {
      await db.webchatKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
      const row = await db.webchatKey.findUnique({ where: { id } });
      return row && toKey(row);
    },
    active: (deskId) =>
      db.webchatKey.findMany({ where: { deskId, revokedAt: null }, select: { id: true, secret: true } }),
  };
}

const toKey = ({ secret, deskId, ...row }: Prisma.WebchatKeyModel): WebchatKey => ({
  ...row,
  deskId: oneOf(DESK_IDS, deskId, 'WebchatKey.deskId'),
  ending: secret.slice(-4),
  fingerprint: createHash('sha256').update(secret).digest('hex').slice(0, FINGERPRINT_CHARACTERS),
});
