import { DriverAdapterError, type MappedError } from '@prisma/driver-adapter-utils';
import { InexactInteger } from './values';

interface SqliteError extends Error {
  readonly errno: number;
  readonly code: string;
}

/** By its shape: sqlite3 makes its errors outside of whatever realm this code runs in, so that instanceof does not hold. */
const isSqliteError = (error: unknown): error is SqliteError =>
  typeof error === 'object' &&
  error !== null &&
  String((error as Partial<SqliteError>).code).startsWith('SQLITE_');

/** Turns what sqlite3 throws into the error that Prisma understands (P2002, P2003, P1008...). Anything else is passed on as it is. */
export function toAdapterError(error: unknown): unknown {
  if (error instanceof InexactInteger) {
    return new DriverAdapterError({ kind: 'ValueOutOfRange', cause: error.message });
  }
  if (!isSqliteError(error)) return error;
  return new DriverAdapterError({
    ...mapped(error),
    originalCode: error.code,
    originalMessage: error.message,
  });
}

function mapped(error: SqliteError): MappedError {
  const detail = error.message.replace(/^SQLITE_[A-Z_]+: /, '');
  switch (error.code) {
    case 'SQLITE_CONSTRAINT':
      return constraint(detail) ?? generic(error);
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return { kind: 'SocketTimeout' };
    case 'SQLITE_CANTOPEN':
      return { kind: 'DatabaseNotReachable' };
    case 'SQLITE_MISUSE':
      return detail.includes('Database is closed') ? { kind: 'ConnectionClosed' } : generic(error);
    case 'SQLITE_ERROR':
      return missing(detail) ?? generic(error);
    default:
      return generic(error);
  }
}

const generic = (error: SqliteError): MappedError => ({
  kind: 'sqlite',
  extendedCode: error.errno,
  message: error.message,
});

function constraint(detail: string): MappedError | null {
  const named = /^(UNIQUE|NOT NULL) constraint failed: (.+)$/.exec(detail);
  if (named) {
    const fields = (named[2] ?? '').split(', ').map((field) => field.slice(field.indexOf('.') + 1));
    return named[1] === 'UNIQUE'
      ? { kind: 'UniqueConstraintViolation', constraint: { fields } }
      : { kind: 'NullConstraintViolation', constraint: { fields } };
  }
  return detail.startsWith('FOREIGN KEY constraint failed')
    ? { kind: 'ForeignKeyConstraintViolation', constraint: { foreignKey: {} } }
    : null;
}

function missing(detail: string): MappedError | null {
  const table = /^no such table: (.+)$/.exec(detail);
  if (table) return { kind: 'TableDoesNotExist', table: table[1] };
  const column = /^no such column: (.+)$/.exec(detail) ?? /has no column named (.+)$/.exec(detail);
  return column ? { kind: 'ColumnNotFound', column: column[1] } : null;
}
