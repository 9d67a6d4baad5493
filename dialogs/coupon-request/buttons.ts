/** What somebody may want of an advisor about a coupon: one that is late, wrong or refused, or more of them. */
export const REQUEST_ABOUT = ['late', 'wrong', 'rejected', 'renewal'] as const;
export type RequestAbout = (typeof REQUEST_ABOUT)[number];

/** A button that opens such a request: `coupon-request-late:ID`, the ID of the coupon, or of the assignment for a renewal. */
export const requestButton = (about: RequestAbout, id: string): string => `coupon-request-${about}:${id}`;

/** Reads that button back; null when it is another one. */
export function readRequestButton(
  value: string,
): { readonly about: RequestAbout; readonly id: string } | null {
  const [, said, id] = /^coupon-request-([a-z]+):(.+)$/.exec(value) ?? [];
  const about = REQUEST_ABOUT.find((one) => one === said);
  return about === undefined || id === undefined ? null : { about, id };
}
