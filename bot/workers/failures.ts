/** What cannot be sent, however often it is tried: the outbox gives it up at once. */
export class PermanentFailure extends Error {
  /**
   * @param code what was refused, and by which answer: `mail-550`, `graph-404`.
   */
  constructor(
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'PermanentFailure';
  }
}

/** What may succeed when it is tried again: the other side is away, busy or not set up yet. */
export class TemporaryFailure extends Error {
  /**
   * @param code what failed: `mail-ECONNECTION`, `graph-503`.
   * @param retryAfterMs how long the other side asks to be left alone, in milliseconds.
   */
  constructor(
    readonly code: string,
    options?: ErrorOptions & { readonly retryAfterMs?: number },
  ) {
    super(code, options);
    this.name = 'TemporaryFailure';
    this.retryAfterMs = options?.retryAfterMs ?? 0;
  }

  readonly retryAfterMs: number;
}
