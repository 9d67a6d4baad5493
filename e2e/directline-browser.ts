import { WebSocket } from 'ws';

/**
 * The two browser objects that botframework-directlinejs expects to find and Node lacks. XMLHttpRequest is as much of the standard as
 * RxJS's ajax uses, over fetch.
 */
class XmlHttpRequest {
  timeout = 0;
  responseType = '';
  withCredentials = false;
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseText = '';
  onreadystatechange: ((event: object) => void) | null = null;
  ontimeout: ((event: object) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  private method = 'GET';
  private url = '';
  private readonly headers: Record<string, string> = {};
  private readonly controller = new AbortController();
  private answered: Headers | null = null;

  open(method: string, url: string): void {
    this.method = method;
    this.url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  getResponseHeader(name: string): string | null {
    return this.answered?.get(name) ?? null;
  }

  abort(): void {
    this.controller.abort();
  }

  send(body?: string | FormData): void {
    void this.run(body);
  }

  private async run(body?: string | FormData): Promise<void> {
    const { signal } = this.controller;
    const timer = this.timeout > 0 ? setTimeout(() => this.expire(), this.timeout) : undefined;
    try {
      const { method, headers } = this;
      const answer = await fetch(this.url, { method, headers, body: body ?? null, signal });
      const content = this.responseType === 'arraybuffer' ? await answer.arrayBuffer() : await answer.text();
      this.answered = answer.headers;
      this.status = answer.status;
      this.response = typeof content === 'string' && content !== '' ? JSON.parse(content) : content;
    } catch {
      if (signal.aborted) return;
      this.status = 0;
      this.response = null;
    } finally {
      clearTimeout(timer);
    }
    this.readyState = 4;
    this.onreadystatechange?.({});
  }

  private expire(): void {
    this.controller.abort();
    this.readyState = 4;
    this.ontimeout?.({});
  }
}

Object.assign(globalThis, { XMLHttpRequest: XmlHttpRequest, WebSocket });
