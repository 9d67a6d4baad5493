/**
 * What a page keeps in the browser. Where storage is refused (a tab of Teams with other sites' data blocked), it is kept for as long as
 * the page is open: reading and writing never fail.
 */
class OpenPage implements Storage {
  private readonly values = new Map<string, string>();

  get length(): number {
    return this.values.size;
  }
  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.values.set(key, value);
  }
  removeItem(key: string): void {
    this.values.delete(key);
  }
  clear(): void {
    this.values.clear();
  }
}

/** The browser's storage, or one of the open page where the very look at it is refused. */
function storage(which: 'localStorage' | 'sessionStorage'): Storage {
  try {
    return window[which];
  } catch {
    return new OpenPage();
  }
}

export const lasting = storage('localStorage');
export const ofThisTab = storage('sessionStorage');
