import { z } from 'zod';
import { DESK_IDS } from '../../data/desks/types';
import { IMPORT_KINDS } from '../../data/imports/types';

/** What the endpoints of contract-records.ts accept and answer. */

const kind = z.enum(IMPORT_KINDS);
export const importQuery = z.object({
  kind,
  mode: z.enum(['try', 'write']),
  name: z.string().trim().min(1).max(200).describe('How the file is called'),
});
export const kindQuery = z.object({ kind });

const counts = { created: z.int(), changed: z.int(), unchanged: z.int() };
export const importReportAnswer = z.object({
  rows: z.int(),
  ...counts,
  faults: z.array(
    z.object({
      line: z.int(),
      column: z.string().nullable(),
      code: z.string(),
      value: z.string().nullable(),
      expected: z.array(z.string()),
    }),
  ),
  faultCount: z.int(),
  written: z.boolean(),
});
export const importsAnswer = z.object({
  imports: z.array(
    z.object({
      id: z.string(),
      at: z.iso.datetime(),
      actor: z.string(),
      desk: z.string(),
      kind: z.string(),
      file: z.string(),
      ...counts,
    }),
  ),
});

export const createKeyBody = z.strictObject({
  desk: z.string().max(100),
  label: z.string().trim().min(1).max(80),
});
export const webchatKeyAnswer = z.object({
  id: z.string(),
  desk: z.string(),
  label: z.string(),
  ending: z.string(),
  fingerprint: z.string(),
  createdBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
});
export const webchatKeysAnswer = z.object({ keys: z.array(webchatKeyAnswer) });
export const newWebchatKeyAnswer = z.object({ key: webchatKeyAnswer, secret: z.string() });

const scope = z.enum([...DESK_IDS, 'house']);
const period = z.int().nonnegative().max(100_000).nullable();
const days = z.strictObject({
  conversations: period,
  attachments: period,
  routedMessages: period,
  audit: period,
});
export const tryRetentionBody = z.strictObject({ scope, days });
export const saveRetentionBody = z.strictObject({
  scope,
  follows: z.boolean(),
  days,
  version: z.int().nonnegative(),
});
export const retentionCountsAnswer = z.object({
  conversations: z.int(),
  attachments: z.int(),
  routedMessages: z.int(),
  audit: z.int(),
});
export const retentionAnswer = z.object({ scope: z.string(), follows: z.boolean(), days, version: z.int() });
const limit = z.object({ min: z.int(), max: z.int() });
export const retentionPageAnswer = z.object({
  settings: z.array(retentionAnswer),
  limits: z.object({ conversations: limit, attachments: limit, routedMessages: limit, audit: limit }),
  history: z.array(
    z.object({
      id: z.string(),
      at: z.iso.datetime(),
      actor: z.string(),
      scope: z.string(),
      before: days,
      after: days,
    }),
  ),
});

export const channelsAnswer = z.object({
  script: z.string(),
  teams: z.object({
    configured: z.boolean(),
    channels: z.array(
      z.object({
        id: z.string(),
        desk: z.string(),
        category: z.string().nullable(),
        name: z.string(),
        linkedAt: z.iso.datetime(),
        dead: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
      }),
    ),
  }),
  mail: z.object({ configured: z.boolean() }),
  dead: z.array(z.object({ kind: z.string(), reason: z.string(), count: z.int() })).nullable(),
  openId: z.string().nullable(),
});
