import { setFlagsFromString } from 'node:v8';

/**
 * Compiles WebAssembly (Prisma's query compiler) once and simply, instead of a second time for speed: 80 MB less, and queries are as
 * fast, as their plans are cached. Must be called before the database is opened.
 */
export function compileWasmSimply(): void {
  setFlagsFromString('--liftoff-only');
}
