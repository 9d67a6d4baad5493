import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface IdentityProvider {
  readonly issuer: string;
  stop(): Promise<void>;
}

/** Starts a real OpenID provider that sends its answers to `redirectUri`. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const child = spawn(process.execPath, [join(__dirname, 'provider-process.mjs'), redirectUri], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [issuer] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    issuer,
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** As much of a browser as signing in needs: it keeps cookies by host and path, follows redirects and submits forms. */
export class Browser {
  private jar: { host: string; path: string; name: string; value: string }[] = [];

  /** Opens an address and follows it. `stopAt` ends at the first redirect to an address that it accepts, which is not opened. */
  async open(
    url: string,
    stopAt: (next: string) => boolean = () => false,
    init: RequestInit = {},
  ): Promise<{ readonly url: string; readonly status: number; readonly text: string }> {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: this.cookies(url) },
    });
    this.keep(url, response.headers.getSetCookie());
    const location = response.headers.get('location');
    if (location === null) return { url, status: response.status, text: await response.text() };
    const next = new URL(location, url).href;
    return stopAt(next) ? { url: next, status: response.status, text: '' } : this.open(next, stopAt);
  }

  /** Submits the only form of a page, with fields of ours. */
  submit(
    page: { readonly url: string; readonly text: string },
    fields: Readonly<Record<string, string>>,
    stopAt?: (next: string) => boolean,
  ) {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const body = new URLSearchParams(fields);
    for (const [, name = '', value = ''] of page.text.matchAll(
      /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
    )) {
      body.set(name, value);
    }
    return this.open(new URL(action, page.url).href, stopAt, { method: 'POST', body });
  }

  cookies(url: string): string {
    const { host, pathname } = new URL(url);
    return this.jar
      .filter((cookie) => cookie.host === host && pathname.startsWith(cookie.path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  private keep(url: string, headers: readonly string[]): void {
    const { host } = new URL(url);
    for (const header of headers) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      const path = /; path=([^;]+)/i.exec(header)?.[1] ?? '/';
      this.jar = this.jar.filter((each) => each.host !== host || each.name !== name || each.path !== path);
      const isGone = /max-age=0|expires=Thu, 01 Jan 1970/i.test(header);
      if (!isGone) this.jar.push({ host, path, name, value });
    }
  }
}
