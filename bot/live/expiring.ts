/** Values that are forgotten when nobody has said them again for a while. */
export class Expiring<T> {
  private readonly held = new Map<string, { value: T; timer: NodeJS.Timeout }>();

  /** @param onExpired is called with what has lapsed by itself, not with what was deleted. */
  constructor(private readonly onExpired: (value: T) => void) {}

  /** Keeps a value for so many milliseconds from now on; its place among the others stays. */
  set(key: string, value: T, milliseconds: number): void {
    const known = this.held.get(key);
    if (known !== undefined) clearTimeout(known.timer);
    const timer = setTimeout(() => {
      this.held.delete(key);
      this.onExpired(value);
    }, milliseconds);
    timer.unref();
    this.held.set(key, { value, timer });
  }

  get(key: string): T | undefined {
    return this.held.get(key)?.value;
  }

  /** @returns whether there was one. */
  delete(key: string): boolean {
    const known = this.held.get(key);
    if (known === undefined) return false;
    clearTimeout(known.timer);
    return this.held.delete(key);
  }

  /** What is held, in the order in which it came. */
  *entries(): Iterable<readonly [string, T]> {
    for (const [key, { value }] of this.held) yield [key, value];
  }

  clear(): void {
    for (const { timer } of this.held.values()) clearTimeout(timer);
    this.held.clear();
  }
}
