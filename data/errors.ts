/**
 * Everything that can go wrong in data beyond what a command's Result names: one page, one look.
 * A coded error is a fault of the installation or of the caller, never of the person who writes.
 */
export type DataErrorCode =
  | 'database-url-unsupported'
  | 'database-unreachable'
  | 'migrations-missing'
  | 'migration-changed'
  | 'migration-failed'
  | 'database-newer'
  | 'stored-value-invalid'
  | 'desk-unknown'
  | 'conversation-unknown'
  | 'activity-unknown'
  | 'advisor-unknown'
  | 'advisor-email-taken'
  | 'outbox-message-unknown';

/** An error with a stable code and a message that says what to do. */
export class DataError extends Error {
  override readonly name = 'DataError';

  constructor(
    readonly code: DataErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** DATABASE_URL names a database that this release cannot open. The URL itself is not repeated: it may hold a password. */
export const databaseUrlUnsupported = (kind: string): DataError =>
  new DataError(
    'database-url-unsupported',
    `DATABASE_URL names a "${kind}" database, which this release cannot open. Write file:./var/guichet.db for the embedded one.`,
  );

/** The database file cannot be opened, or is not a database. */
export const databaseUnreachable = (path: string, cause: unknown): DataError =>
  new DataError(
    'database-unreachable',
    `The database ${path} cannot be opened (${messageOf(cause)}). Check that the folder exists and may be written to, and that the file is a Guichet database.`,
    { cause },
  );

/** The release's own migrations are not where they should be. */
export const migrationsMissing = (directory: string): DataError =>
  new DataError(
    'migrations-missing',
    `The folder ${directory} holds no migrations. It belongs to the release: install it again, or start it from its own folder.`,
  );

/** A migration that was applied reads differently now. */
export const migrationChanged = (name: string): DataError =>
  new DataError(
    'migration-changed',
    `The migration ${name} was changed after this database had applied it. Restore its migration.sql from the release, and put the change into a new migration.`,
  );

/** A migration could not be applied; nothing of it was kept. */
export const migrationFailed = (name: string, cause: unknown): DataError =>
  new DataError(
    'migration-failed',
    `The migration ${name} could not be applied (${messageOf(cause)}). Nothing of it was kept: the database is as it was before. Restore the release's files, or report this message.`,
    { cause },
  );

/** The database was opened by a later release, which may have put data where this one does not look. */
export const databaseNewer = (names: readonly string[]): DataError =>
  new DataError(
    'database-newer',
    `The database was written by a newer release (it has ${names.join(', ')}, unknown here). Start that release again, or restore a backup made before the upgrade.`,
  );

/** A stored string is none of the values that its union knows. */
export const storedValueInvalid = (field: string, value: string): DataError =>
  new DataError(
    'stored-value-invalid',
    `The stored value "${value}" of ${field} is not one that this release knows. Was the row written by another release or by hand?`,
  );

/** No desk has this id. */
export const deskUnknown = (id: string): DataError =>
  new DataError('desk-unknown', `No desk has the id "${id}".`);

/** No conversation has this id: it must be opened before anything is stored in it. */
export const conversationUnknown = (id: string): DataError =>
  new DataError('conversation-unknown', `No conversation has the id "${id}": open it first.`);

/** A turn cannot be committed for an activity that was never received. */
export const activityUnknown = (conversationId: string, activityId: string): DataError =>
  new DataError(
    'activity-unknown',
    `The conversation "${conversationId}" has received no activity "${activityId}": receive it before its turn is committed.`,
  );

/** No advisor has this id. */
export const advisorUnknown = (id: string): DataError =>
  new DataError('advisor-unknown', `No advisor has the id "${id}".`);

/** Two advisors cannot share an e-mail address: it is what they sign in with. */
export const advisorEmailTaken = (email: string): DataError =>
  new DataError('advisor-email-taken', `An advisor with the e-mail address ${email} exists already.`);

/** The outbox holds no message with this id. */
export const outboxMessageUnknown = (id: string): DataError =>
  new DataError('outbox-message-unknown', `The outbox holds no message "${id}".`);

/** Errors of native modules are not always instances of this realm's Error. */
const messageOf = (cause: unknown): string => {
  const message = (cause as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : String(cause);
};
