/** Where Microsoft's connectors are: by name, or anything below a name. National clouds have theirs. */
const HOSTS: readonly string[] = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
  'botframework.com',
  'botframework.us',
  'botframework.azure.us',
  'botframework.azure.cn',
  'api.skype.com',
];

/**
 * Whether this bot's token may be shown to an address. A token shown to another one could be used there in the bot's name.
 *
 * @param more further hosts, with their port where it is not 443 (tests).
 */
export function isTrusted(url: string, more: readonly string[] = []): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, host, username } = new URL(url);
  if (more.includes(host)) return true;
  if (protocol !== 'https:' || host !== hostname || username !== '') return false;
  return HOSTS.some((trusted) => hostname === trusted || hostname.endsWith(`.${trusted}`));
}
