/**
 * An id of the caller's choosing, for commands that do nothing twice. crypto.randomUUID exists on https and localhost only; a plain
 * address in a local network has getRandomValues.
 */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
