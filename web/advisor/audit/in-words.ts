import type { AuditLine } from '../../../bot/advisor-api/contract-audit';
import type { Strings } from '../strings.fr';

/** What an action was, in words where there are any, else as the log has it. */
export function actionInWords(action: string, { audit }: Strings): string {
  const [subject = '', ...rest] = action.split('.');
  const alone = audit.own[subject];
  if (alone !== undefined && rest.length === 0) return alone;
  return audit.verbs[rest.join('.')] ?? audit.verbs[rest.at(-1) ?? ''] ?? rest.join(' ');
}

/** What an action was about, without its id. */
export const subjectInWords = (action: string, { audit }: Strings): string => {
  const [subject = ''] = action.split('.');
  return audit.own[subject] === undefined ? (audit.subjects[subject] ?? subject) : '';
};

/** The values of a change, as short as they can be read; versions and keys that nobody asks about are left out. */
export const detailInWords = (detail: AuditLine['detail'], { audit }: Strings): string =>
  Object.entries(detail)
    .filter(
      ([key, value]) =>
        !['version', 'clientId', 'view'].includes(key) && value !== null && value !== undefined,
    )
    .map(
      ([key, value]) =>
        `${audit.keys[key] ?? key} : ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join(', ');
