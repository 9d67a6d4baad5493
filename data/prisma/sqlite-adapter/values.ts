import {
  ColumnTypeEnum,
  type ArgType,
  type ColumnType,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';

/** What sqlite3 can bind. 64-bit integers travel as text: the column's integer affinity makes them exact again. */
export type Bindable = string | number | Buffer | null;

/** One row as sqlite3 hands it over. */
export type Row = Readonly<Record<string, string | number | Uint8Array | null>>;

/** A 64-bit integer that sqlite3 can only hand over rounded. Refused, because a rounded number is a wrong one. */
export class InexactInteger extends Error {}

/** Turns an argument of Prisma's into what sqlite3 binds. Dates become ISO text in UTC, which sorts as time does. */
export function toBindable(value: unknown, type: ArgType): Bindable {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (Array.isArray(value)) return Buffer.from(value as number[]);
  if (typeof value === 'number') return value;
  return stringToBindable(String(value), type);
}

function stringToBindable(value: string, type: ArgType): Bindable {
  switch (type.scalarType) {
    case 'int':
    case 'float':
    case 'decimal':
      return Number(value);
    case 'datetime':
      return new Date(value).toISOString();
    case 'bytes':
      return Buffer.from(value, 'base64');
    default:
      return value;
  }
}

/** Turns sqlite3's rows into Prisma's result set. */
export function toResultSet(rows: readonly Row[]): SqlResultSet {
  const columnNames = Object.keys(rows[0] ?? {});
  return {
    columnNames,
    columnTypes: columnNames.map((name) => columnType(rows, name)),
    rows: rows.map((row) => columnNames.map((name) => row[name] ?? null)),
  };
}

/** sqlite3 does not tell declared types, so a column's type is read from its values; Prisma's models know better than this anyway. */
function columnType(rows: readonly Row[], name: string): ColumnType {
  let found: ColumnType | null = null;
  for (const row of rows) {
    const value = row[name];
    if (value === null || value === undefined) continue;
    if (typeof value === 'string') return ColumnTypeEnum.Text;
    if (typeof value !== 'number') return ColumnTypeEnum.Bytes;
    found = widest(found, numberType(value, name));
  }
  return found ?? ColumnTypeEnum.Text;
}

const widest = (a: ColumnType | null, b: ColumnType): ColumnType => (a === null || b > a ? b : a);

function numberType(value: number, name: string): ColumnType {
  if (!Number.isInteger(value)) return ColumnTypeEnum.Double;
  if (Number.isSafeInteger(value)) {
    return Math.abs(value) < 2 ** 31 ? ColumnTypeEnum.Int32 : ColumnTypeEnum.Int64;
  }
  if (Math.abs(value) <= 2 ** 63) throw new InexactInteger(`${name} holds an integer beyond 2^53`);
  return ColumnTypeEnum.Double;
}
