import type { Browser, FrameLocator, Page } from 'playwright-core';
import { TENANT } from '../bot/sign-in/testing/entra';
import { PATIENCE_MS } from './browser';

/** Where Teams on the web is. */
export const TEAMS = 'https://teams.microsoft.com';

/** What the host says of itself and of the tab. */
export interface TeamsHost {
  /** The address of our tab. */
  readonly tab: string;
  readonly theme: 'default' | 'dark' | 'contrast';
  /** The ticket that a deep link leads to. */
  readonly ticket?: string;
  /** Who is signed in to Teams, by her object id. */
  readonly objectId: string;
  /** The token that Teams gives the tab when it asks for one. */
  token(): string;
}

/** A page that plays Teams to the tab in its frame: it answers the messages of @microsoft/teams-js as the desktop client does. */
const hostPage = ({ tab, theme, ticket, objectId }: TeamsHost): string => `<!doctype html>
<meta charset="utf-8"><title>Teams</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%}</style>
<iframe src="${tab}" name="embedded-page-container"></iframe>
<script>
const flat = { theme: '${theme}', locale: 'fr-fr', entityId: 'queue', frameContext: 'content', hostName: 'Teams',
  hostClientType: 'web', userObjectId: '${objectId}', tid: '${TENANT}'${ticket === undefined ? '' : `, subEntityId: '${ticket}'`} };
window.addEventListener('message', async ({ data, source }) => {
  if (!data || typeof data.func !== 'string') return;
  const reply = (...args) => source.postMessage({ id: data.id, uuid: data.uuid, uuidAsString: data.uuidAsString, args }, '*');
  if (data.func === 'initialize') reply('content', 'web', JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} }), '2.0.0');
  else if (data.func === 'getContext') reply(flat);
  else if (data.func === 'authentication.getAuthToken') reply(true, await window.guichetToken());
});
window.changeTheme = (theme) => document.querySelector('iframe').contentWindow.postMessage({ func: 'themeChange', args: [theme] }, '*');
</script>`;

/** Opens our tab in Teams, in a browser in which nobody is signed in. What the pages throw ends up in `faults`. */
export async function openInTeams(
  browser: Browser,
  host: TeamsHost,
): Promise<{ page: Page; tab: FrameLocator; faults: string[] }> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1400, height: 900 } });
  // The server is on this machine, Teams is not.
  await context.grantPermissions(['local-network-access']);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.exposeFunction('guichetToken', () => host.token());
  await page.route(`${TEAMS}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: hostPage(host) }),
  );
  await page.goto(`${TEAMS}/v2/`);
  return { page, tab: page.frameLocator('iframe'), faults };
}
