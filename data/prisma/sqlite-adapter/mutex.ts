/** Lets one caller at a time through, first come, first served. SQLite writes one transaction at a time: those who wait, wait here and not in a lock. */
export class Mutex {
  #tail: Promise<void> = Promise.resolve();

  /** Waits for its turn; the caller must call the returned function exactly once when it is done. */
  async acquire(): Promise<() => void> {
    const before = this.#tail;
    let release!: () => void;
    this.#tail = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }

  /** Runs `work` alone. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }
}
