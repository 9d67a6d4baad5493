/** How a sign-in with a password ended. */
export type SignInOutcome =
  | { readonly kind: 'in' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many'; readonly minutes: number }
  | { readonly kind: 'failed' };

/** Signs in with an address and a password; the session is a cookie. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  try {
    const response = await fetch('/advisor/sign-in/password', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (response.ok) return { kind: 'in' };
    if (response.status === 401) return { kind: 'wrong' };
    if (response.status !== 429) return { kind: 'failed' };
    const seconds = Number(response.headers.get('retry-after')) || 60;
    return { kind: 'too-many', minutes: Math.ceil(seconds / 60) };
  } catch {
    return { kind: 'failed' };
  }
}

/** Whether the organisation's identity provider can be used; not when it cannot be told. */
export async function offersOpenId(): Promise<boolean> {
  try {
    const response = await fetch('/advisor/sign-in/options');
    return response.ok && ((await response.json()) as { openId?: unknown }).openId === true;
  } catch {
    return false;
  }
}

/** Where signing in through the identity provider begins; it leads back to the page that is shown now. */
export const openIdHref = (here: string): string => `/advisor/open-id?return=${encodeURIComponent(here)}`;
