/** An advisor at the queue's API, signed in by the link that the server printed. */
export class AdvisorClient {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async signIn(url: string, link: string): Promise<AdvisorClient> {
    const answer = await fetch(url + new URL(link).pathname, { redirect: 'manual' });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (!cookie) throw new Error(`The link does not sign in: ${answer.status}`);
    return new AdvisorClient(url, cookie);
  }

  async get<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.url}/api/advisor${path}`, { headers: { cookie: this.cookie } });
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`);
    return (await answer.json()) as T;
  }

  async post(path: string, body: object): Promise<void> {
    const answer = await fetch(`${this.url}/api/advisor${path}`, {
      method: 'POST',
      headers: { cookie: this.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  }
}
