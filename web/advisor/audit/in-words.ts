import type { AuditPage } from '../../../bot/advisor-api/contract-audit';
import type { Dates } from '../lib/dates';
import type { Strings } from '../strings.fr';

/** What the log's values are told with. */
export interface Wording {
  readonly strings: Strings;
  readonly dates: Pick<Dates, 'day' | 'full'>;
  /** What ids stand for. */
  readonly names: AuditPage['names'];
  readonly now: Date;
}

/** Keys that only the machine asks about. */
const UNTOLD: readonly string[] = ['version', 'clientId', 'view', 'seenReplyId', 'source', 'desk'];
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What an action was, in words where there are any: an earlier release may have written others. */
export const actionInWords = (action: string, { audit }: Strings): string =>
  (audit.actions as Readonly<Record<string, string>>)[action] ?? action;

/** What kind of thing an action was about. */
export const subjectInWords = (action: string, { audit }: Strings): string => {
  const [subject = ''] = action.split('.');
  return audit.subjects[subject] ?? subject;
};

/** What a change set, or, where the log has what was before, what is different since. */
export function detailInWords(detail: Readonly<Record<string, unknown>>, wording: Wording): string {
  const { audit } = wording.strings;
  if (!('before' in detail && 'after' in detail)) {
    return [...leaves(detail, wording)].map(([name, value]) => audit.pair(name, value)).join(audit.join);
  }
  const before = leaves(detail.before, wording);
  const after = leaves(detail.after, wording);
  // Where there was nothing before, or is nothing any more, the values alone say it.
  if (before.size === 0 || after.size === 0) {
    return [...before, ...after].map(([name, value]) => audit.pair(name, value)).join(audit.join);
  }
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) =>
      audit.pair(name, audit.change(before.get(name) ?? audit.nothing, after.get(name) ?? audit.nothing)),
    )
    .join(audit.join);
}

type Leaf = readonly [name: string, value: string];

/** The values of a thing by the words for where they stand in it. */
function leaves(value: unknown, wording: Wording): ReadonlyMap<string, string> {
  const walk = (part: unknown, key: string, path: readonly string[]): readonly Leaf[] => {
    if (isRecord(part)) {
      return Object.entries(part).flatMap(([inner, content]) =>
        UNTOLD.includes(inner) ? [] : walk(content, inner, [...path, keyInWords(inner, wording)]),
      );
    }
    const said = valueInWords(key, part, wording);
    return said === '' ? [] : [[path.join(' · '), said]];
  };
  return new Map(walk(value, '', []));
}

function keyInWords(key: string, { strings }: Wording): string {
  const weekday = /^[1-7]$/.test(key) ? strings.admin.hours.days[Number(key) - 1]?.toLowerCase() : undefined;
  return weekday ?? strings.audit.keys[key] ?? wordFor('priority', key, strings) ?? key;
}

/** One value; '' for what nobody can read, such as the id of something that is gone. */
function valueInWords(key: string, value: unknown, wording: Wording): string {
  const { strings, names, dates, now } = wording;
  const { audit } = strings;
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? audit.yes : audit.no;
  if (Array.isArray(value)) {
    const said = value.map((one) => (isRecord(one) ? spanInWords(one) : valueInWords(key, one, wording)));
    return said.filter((one) => one !== '').join(audit.join);
  }
  if (typeof value !== 'string') return typeof value === 'number' ? value.toLocaleString(strings.locale) : '';
  const known = names[value] ?? wordFor(key, value, strings);
  if (known !== undefined) return known;
  if (INSTANT.test(value)) return dates.full(value);
  if (DAY.test(value)) return dates.day(`${value}T12:00:00Z`, now);
  return UUID.test(value) ? '' : value;
}

/** A word that the application chose, as people know it. */
function wordFor(
  key: string,
  value: string,
  { audit, ticket, categories, admin }: Strings,
): string | undefined {
  const vocabulary: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    priority: ticket.priority,
    category: categories,
    categories,
    role: admin.advisors.roles,
  };
  if (key === 'status') return ticket.status(value);
  const own = vocabulary[key] ?? audit.values[key];
  return (
    own?.[value] ??
    (key === 'kind' ? (admin.import.kinds as Readonly<Record<string, string>>)[value] : undefined)
  );
}

const spanInWords = ({ from, to }: Readonly<Record<string, unknown>>): string =>
  typeof from === 'string' && typeof to === 'string' ? `${from}–${to}` : '';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
