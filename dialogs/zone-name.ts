import type { Messages } from './messages.fr';

/** A time zone as people call it: "heure de La Réunion"; by its city where it has no name of its own. */
export function zoneName(zone: string, { zones, zoneOf }: Messages): string {
  const known: Readonly<Record<string, string>> = zones;
  return known[zone] ?? zoneOf((zone.split('/').pop() ?? zone).replace(/_/g, ' '));
}
