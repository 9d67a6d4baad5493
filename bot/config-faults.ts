/** One thing to mend: the variable, and what to write. */
export interface ConfigFault {
  readonly variable: string;
  readonly fix: string;
}

/** Shorter keys can be guessed offline (HS256 wants 256 bits). */
const KEY_LENGTH = 32;

/** Variables that make sense only together. */
const OIDC = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];
const GRAPH = ['MICROSOFT_GRAPH_TENANT_ID', 'MICROSOFT_GRAPH_CLIENT_ID', 'MICROSOFT_GRAPH_CLIENT_SECRET'];

/** What each variable alone cannot tell: what belongs together, and what production asks for. */
export function crossFaults(given: Readonly<Record<string, string>>): ConfigFault[] {
  const faults: ConfigFault[] = [];
  for (const together of [OIDC, GRAPH]) {
    if (!together.some((name) => given[name])) continue;
    for (const variable of together.filter((name) => !given[name])) {
      faults.push({ variable, fix: `write it too, or none of ${together.join(', ')}` });
    }
  }
  if (given.MICROSOFT_APP_ID && !given.MICROSOFT_APP_PASSWORD) {
    faults.push({
      variable: 'MICROSOFT_APP_PASSWORD',
      fix: 'write the client secret that belongs to MICROSOFT_APP_ID',
    });
  }
  if (given.GUICHET_MODE === 'production') faults.push(...productionFaults(given));
  return faults;
}

/** What may be left open in a demonstration and never in production. */
function productionFaults(given: Readonly<Record<string, string>>): ConfigFault[] {
  const faults: ConfigFault[] = [];
  const refuse = (variable: string, fix: string): number => faults.push({ variable, fix });
  if (!given.PUBLIC_URL?.startsWith('https://')) {
    refuse('PUBLIC_URL', 'in production, write the https:// address at which people reach this server');
  }
  for (const variable of ['MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID']) {
    if (!given[variable]) {
      refuse(variable, 'in production, write it: without it /api/messages would take messages from anyone');
    }
  }
  if (!given.MICROSOFT_APP_ID && !given.MICROSOFT_APP_PASSWORD) {
    refuse('MICROSOFT_APP_PASSWORD', 'in production, write the client secret of the bot registration');
  }
  const keys = (given.WEBCHAT_SIGNING_KEYS ?? '').split(',').map((key) => key.trim());
  if (keys.some((key) => key.length < KEY_LENGTH || /(change|replace|example|secret)[-_ ]?me/i.test(key))) {
    refuse(
      'WEBCHAT_SIGNING_KEYS',
      `in production, write one or more random keys of at least ${KEY_LENGTH} characters, separated by commas (openssl rand -base64 48)`,
    );
  }
  if (given.SMTP_URL && !given.MAIL_FROM) {
    refuse(
      'MAIL_FROM',
      'in production, write the address that mail is sent from, one that your server takes',
    );
  }
  if (given.GUICHET_CLOCK) {
    refuse('GUICHET_CLOCK', 'remove it: production runs on the real clock');
  }
  return faults;
}
