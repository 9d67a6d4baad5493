// Loaded into the server before anything else (node --require): where it asks Microsoft for the keys that sign the tokens of the Teams tab,
// it is answered by a key set on this machine. Everything else about the sign-in is what runs in production.
'use strict';

const MICROSOFT = 'https://login.microsoftonline.com/';
const { fetch } = globalThis;

globalThis.fetch = (address, init) => {
  const url = String(address);
  if (!url.startsWith(MICROSOFT)) return fetch(address, init);
  const [tenant] = url.slice(MICROSOFT.length).split('/');
  return fetch(process.env.E2E_ENTRA_KEYS_URL.replace('{tenant}', tenant), init);
};
