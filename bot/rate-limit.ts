import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Request, Response } from 'restify';
import { refusal } from './errors';

/** Refuses what comes too often from one key. */
export interface RateLimit {
  /** @throws refusal too-many-requests, with Retry-After set on the response. */
  take(key: string, res: Response): Promise<void>;
}

export function createRateLimit(perMinute: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return {
    async take(key, res) {
      try {
        await limiter.consume(key);
      } catch (rejection) {
        if (!(rejection instanceof RateLimiterRes)) throw rejection;
        res.setHeader('retry-after', String(Math.max(1, Math.ceil(rejection.msBeforeNext / 1000))));
        throw refusal('too-many-requests');
      }
    },
  };
}

/** The address of the caller; the first of X-Forwarded-For only where a proxy of ours writes it. */
export function callerAddress(req: Pick<Request, 'headers' | 'socket'>, trustProxy: boolean): string {
  const forwarded = trustProxy
    ? String(req.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  return forwarded || req.socket.remoteAddress || 'unknown';
}
