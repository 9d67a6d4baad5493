/** What links to the queue are made of. */
export interface LinkSettings {
  /** The Teams app's id; null: it is not installed anywhere (demonstrations), and links open the browser. */
  readonly appId: string | null;
  readonly publicUrl: string;
}

/** The personal tab of manifest/manifest.ts that holds the queue. */
export const QUEUE_TAB = 'queue';

/** The address of a ticket's page in a browser. */
export const pageOf = (reference: string, { publicUrl }: LinkSettings): string =>
  `${publicUrl}/advisor/tickets/${encodeURIComponent(reference)}`;

/** A link that opens the queue on a ticket: in its tab of Teams, or in the browser where there is no app. */
export function ticketLink(reference: string, settings: LinkSettings): string {
  const page = pageOf(reference, settings);
  if (settings.appId === null) return page;
  const query = new URLSearchParams({
    webUrl: page,
    label: reference,
    // Clients before TeamsJS 2 read the old name, those after it the new one.
    context: JSON.stringify({ subPageId: reference, subEntityId: reference }),
  });
  // Teams reads %20 only; a form's "+" would stand in the label.
  // The package names the app in small letters (bot/cli/teams-package.ts).
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(settings.appId.toLowerCase())}/${QUEUE_TAB}?${query.toString().replace(/\+/g, '%20')}`;
}
