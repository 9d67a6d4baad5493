import type { NotificationsView } from '../../bot/advisor-api/contract-account';

/** The French strings of the dialog of notifications: see strings.fr.ts. */
export const notificationsFr = {
  title: 'Notifications',
  lead: (email: string) =>
    `Un résumé de ce qui vous attend peut vous être envoyé à ${email}. S’il n’y a rien, rien ne part.`,
  noMails: 'Aucun serveur d’e-mail n’est configuré : ces choix prendront effet quand il y en aura un.',
  digest: 'Résumé par e-mail',
  modes: {
    daily: 'Chaque jour ouvré, à l’ouverture du guichet',
    hourly: 'Chaque heure d’ouverture',
    off: 'Jamais',
  } satisfies Record<NotificationsView['digest'], string>,
  saved: 'Choix enregistré.',
  close: 'Terminé',
};
