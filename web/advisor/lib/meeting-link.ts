/** The host that an address leads to; null: none that anybody should be sent to. The server checks it again. */
export function hostOf(address: string): string | null {
  if (!URL.canParse(address.trim())) return null;
  const { protocol, hostname, username, password } = new URL(address.trim());
  const plain = protocol === 'https:' && username === '' && password === '';
  return plain && hostname.includes('.') ? hostname : null;
}
