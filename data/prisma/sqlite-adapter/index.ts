export { SqliteAdapterFactory, type SqliteAdapterOptions } from './adapter';
export { Connection } from './connection';
export { Mutex } from './mutex';
