import pino from 'pino';

/** What the edge writes: one line an event, ids and codes only, never what a person wrote. */
export interface Log {
  info(fields: LogFields, event: string): void;
  warn(fields: LogFields, event: string): void;
  error(fields: LogFields, event: string): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** JSON lines on stderr. Personal data is not passed in; what could slip in by a field's name is censored all the same. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: ['text', 'token', 'email', 'name', 'phone', 'authorization'], censor: '[removed]' },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** A log for tests and commands that say nothing. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Where an error arose, without its message, which could hold what somebody wrote. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return {
    error: error.name,
    code: typeof code === 'string' || typeof code === 'number' ? String(code) : undefined,
    at: place?.trim().slice(0, 200),
  };
}
