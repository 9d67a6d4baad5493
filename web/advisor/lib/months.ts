/** Until this day of a month its predecessor is the one that payroll works on. */
const PAYROLL_UNTIL_DAY = 10;
const MONTHS_OFFERED = 13;

/** The months that can be exported, as 2026-11, the running one first. @param today the local calendar day, 2026-11-26. */
export function exportMonths(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: MONTHS_OFFERED }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

/** The month that is most likely wanted: in a month's first days the one before, later the running one. */
export function likelyMonth(today: string): string {
  const [running = '', before = ''] = exportMonths(today);
  return Number(today.slice(8, 10)) <= PAYROLL_UNTIL_DAY ? before : running;
}

/** A month as 2026-11 in words: "novembre 2026". @param locale a BCP 47 tag. */
export const monthName = (month: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    new Date(`${month}-15T12:00:00Z`),
  );
