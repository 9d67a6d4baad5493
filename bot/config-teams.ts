/** Who may come from Microsoft Teams, and how the sign-in of its tab is checked. */
export interface TeamsConfig {
  /** Ids of the Entra tenants whose people are answered, in small letters. Empty: any (only a server without an app, in demonstrations). */
  readonly tenants: readonly string[];
  /** Whether an advisor's first sign-in from Teams may find her by the address of her Entra account. */
  readonly trustEmail: boolean;
  /** Where Entra publishes the keys that it signs with; {tenant} stands for the tenant's id. */
  readonly signInKeysUrl: string;
}

const SIGN_IN_KEYS_URL = 'https://login.microsoftonline.com/{tenant}/discovery/v2.0/keys';

/** The app's own tenant, and those that are named besides. */
export function teamsConfig(env: {
  readonly MICROSOFT_APP_TENANT_ID?: string | undefined;
  readonly MICROSOFT_ALLOWED_TENANTS: readonly string[];
  readonly MICROSOFT_TRUST_EMAIL: boolean;
}): TeamsConfig {
  const { MICROSOFT_APP_TENANT_ID: own, MICROSOFT_ALLOWED_TENANTS: more } = env;
  const tenants = [...(own === undefined ? [] : [own]), ...more].map((tenant) => tenant.toLowerCase());
  return {
    tenants: [...new Set(tenants)],
    trustEmail: env.MICROSOFT_TRUST_EMAIL,
    signInKeysUrl: SIGN_IN_KEYS_URL,
  };
}
