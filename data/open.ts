import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createAdvisorAdministration } from './advisors/admin';
import { createAdvisorService } from './advisors/service';
import { createAppointmentService } from './appointments/service';
import { createAssignmentService } from './assignment/service';
import { createAuditService } from './audit/service';
import { createAttachmentService } from './attachments/service';
import { createChangeFeed } from './changes';
import { systemClock, type Clock } from './clock';
import { createHoldService } from './conversations/holds';
import { createConversationService } from './conversations/service';
import { createCouponService } from './coupons/service';
import { createDeliveryService } from './deliveries/service';
import { seedDemo } from './demo/seed';
import { createDigestService } from './digests/service';
import { createDeskAdministration } from './desks/admin';
import { createDeskService, ensureDesks } from './desks/service';
import { DataError, databaseUnreachable, databaseUrlUnsupported } from './errors';
import { createImportService } from './imports/service';
import { createInsightService } from './insights/service';
import { createNoticeService } from './notices/service';
import { createOutboxService } from './outbox/service';
import { createPeopleService } from './people/service';
import { connect, type Database } from './prisma/database';
import { defaultMigrationsDir, migrate } from './prisma/migrate';
import { Connection } from './prisma/sqlite-adapter';
import { createReplyService } from './replies/service';
import { createReportService } from './reports/service';
import { createRetentionService } from './retention/service';
import type { ChangeFeed, Services } from './services';
import { createSettingService } from './settings/service';
import { createSlaService } from './sla/service';
import { createTeamsAccountService } from './teams/accounts';
import { createTicketCardService } from './teams/cards';
import { createTeamsInvitationService } from './teams/invitations';
import { createTeamsChannelService } from './teams/channels';
import { createTicketRelations } from './tickets/relation-service';
import { createQueueService } from './tickets/list/service';
import { prepareSearchIndex } from './tickets/search/sqlite-index';
import { createSqliteSearch } from './tickets/search/sqlite-search';
import { createTeachingService } from './teaching/service';
import { createTicketLetterService } from './tickets/letters';
import { createTicketService } from './tickets/service';
import { createSavedViewService } from './views/service';
import { createWebchatKeyService } from './webchat-keys/service';

/** Where data says what it does; a pino logger fits. */
export interface DataLog {
  info(detail: object, message: string): void;
  error(detail: object, message: string): void;
}

export interface OpenOptions {
  /** DATABASE_URL, for example file:./var/guichet.db. The folder is created. */
  readonly url: string;
  /** Tells when migrations were applied, and what the demo data is relative to. */
  readonly clock?: Clock;
  readonly migrationsDir?: string;
  readonly log?: DataLog;
  /** Puts in the demo people of docs/demo.md, once. */
  readonly demo?: boolean;
}

export interface OpenedData {
  readonly services: Services;
  readonly changes: ChangeFeed;
  /** Resolves while the database answers; rejects when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the business records: brings the database to this release's schema, makes sure that the desks exist, builds the services.
 *
 * @throws DataError database-url-unsupported, database-unreachable, migrations-missing, migration-changed, migration-failed, database-newer.
 */
export async function openData(options: OpenOptions): Promise<OpenedData> {
  const clock = options.clock ?? systemClock;
  const file = fileOf(options.url);
  const db = await openDatabase(file, options, clock);
  const changes = createChangeFeed((error) =>
    options.log?.error({ err: error }, 'a listener of the change feed failed'),
  );
  return {
    services: {
      desks: createDeskService(db),
      deskAdministration: createDeskAdministration(db),
      advisorAdministration: createAdvisorAdministration(db, changes),
      settings: createSettingService(db),
      people: createPeopleService(db),
      advisors: createAdvisorService(db),
      coupons: createCouponService(db, changes),
      reports: createReportService(db),
      appointments: createAppointmentService(db, changes),
      tickets: createTicketService(db, changes),
      queue: createQueueService(db, createSqliteSearch(db), changes),
      savedViews: createSavedViewService(db),
      relations: createTicketRelations(db, changes),
      replies: createReplyService(db),
      sla: createSlaService(db, changes),
      assignment: createAssignmentService(db, changes),
      conversations: createConversationService(db, changes),
      holds: createHoldService(db, changes),
      deliveries: createDeliveryService(db, changes),
      attachments: createAttachmentService(db),
      outbox: createOutboxService(db),
      notices: createNoticeService(db),
      imports: createImportService(db),
      retention: createRetentionService(db),
      webchatKeys: createWebchatKeyService(db),
      insights: createInsightService(db),
      audit: createAuditService(db),
      letters: createTicketLetterService(db, changes),
      digests: createDigestService(db),
      teaching: createTeachingService(db),
      teamsAccounts: createTeamsAccountService(db),
      teamsInvitations: createTeamsInvitationService(db),
      teamsChannels: createTeamsChannelService(db),
      ticketCards: createTicketCardService(db),
    },
    changes,
    async ping() {
      await db.desk.count();
    },
    close: () => db.$disconnect(),
  };
}

/** The path that a file: URL names, relative to the working directory. */
function fileOf(url: string): string {
  const path = /^file:(.+)$/
    .exec(url)?.[1]
    ?.replace(/^\/\/(?=\/)/, '')
    .replace(/\?.*$/, '');
  if (!path || path.includes(':memory:')) throw databaseUrlUnsupported(/^[a-z]+/i.exec(url)?.[0] ?? '');
  return resolve(path);
}

async function openDatabase(file: string, options: OpenOptions, clock: Clock): Promise<Database> {
  const applied = await prepareFile(file, options.migrationsDir ?? defaultMigrationsDir(), clock.now());
  if (applied.length > 0) options.log?.info({ migrations: applied }, 'database brought up to date');
  const db = connect(file);
  await ensureDesks(db);
  if (options.demo && (await seedDemo(db, clock.now()))) options.log?.info({}, 'demo data created');
  return db;
}

async function prepareFile(file: string, migrationsDir: string, now: Date): Promise<readonly string[]> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const applied = await migrate(file, migrationsDir, now);
    await prepareSearch(file);
    return applied;
  } catch (error) {
    throw error instanceof DataError ? error : databaseUnreachable(file, error);
  }
}

/** How long a starting process waits for another one that makes the search index. Milliseconds. */
const INDEX_WAIT_MS = 120_000;

async function prepareSearch(file: string): Promise<void> {
  const connection = await Connection.open(file, { busyTimeoutMs: INDEX_WAIT_MS, readOnly: false });
  try {
    await prepareSearchIndex(connection);
  } finally {
    await connection.close();
  }
}
