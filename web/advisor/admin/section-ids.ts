/** The sections of the administration, in their order; each is an address below /advisor/admin. */
export const SECTION_IDS = [
  'advisors',
  'teams',
  'hours',
  'holidays',
  'sla',
  'retention',
  'channels',
  'keys',
  'import',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];
