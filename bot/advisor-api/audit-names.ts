import type { AuditEntry, AuditService } from '../../data/audit/types';
import type { DeskId } from '../../data/desks/types';
import type { Knowledge } from '../../knowledge/types';
import type { AuditLine } from './contract-audit';

/** Entries about many things at once: the one that was touched last is none that anybody would look for. */
const OF_MANY: readonly string[] = ['bulk', 'answers'];

interface AuditNames {
  about(entry: AuditEntry): AuditLine['about'];
  /** What ids in the details stand for. */
  readonly names: Readonly<Record<string, string>>;
}

/** The names of whatever some entries name by its id, as far as it is of these desks. */
export async function auditNames(
  entries: readonly AuditEntry[],
  deskIds: readonly DeskId[],
  audit: Pick<AuditService, 'things'>,
  knowledge: Pick<Knowledge, 'topics'>,
): Promise<AuditNames> {
  const said = entries.flatMap(({ detail }) => stringsIn(detail));
  const [subjects, mentioned] = await Promise.all([
    audit.things(deskIds, subjectsOf(entries)),
    audit.things(deskIds, { advisors: said, tickets: said, settings: said }),
  ]);
  const topics = knowledge.topics().filter(({ id, desk }) => said.includes(id) && includes(deskIds, desk));
  return {
    about: ({ entityKind, entityId }) => subjects.get(entityKind)?.get(entityId ?? '') ?? null,
    names: Object.fromEntries([
      ...topics.map(({ id, titleFr }) => [id, titleFr]),
      ...[...mentioned.values()].flatMap((things) => [...things].map(([id, { name }]) => [id, name])),
    ]) as Readonly<Record<string, string>>,
  };
}

function subjectsOf(entries: readonly AuditEntry[]): Readonly<Record<string, readonly string[]>> {
  const ids: Record<string, string[]> = {};
  for (const { entityKind, entityId } of entries) {
    if (entityId !== null && !OF_MANY.includes(entityKind)) (ids[entityKind] ??= []).push(entityId);
  }
  return ids;
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const includes = (deskIds: readonly string[], desk: string): boolean => deskIds.includes(desk);
