/** The French sentences of the mails about requests, to their requester and to advisors: see ../messages.fr.ts. */
export const letterFr = {
  replyLetter: {
    subject: (reference: string, topic: string) => `[${reference}] Réponse à votre demande : ${topic}`,
    again: (subject: string) => `Re: ${subject}`,
    lead: (organisation: string) =>
      `${organisation} a répondu à votre demande. Vous n'étiez plus dans le chat :`,
    said: (who: string, text: string) => `${who} : ${text}`,
    labels: { reference: 'Demande', topic: 'Sujet' },
    inChat: 'Pour répondre, ouvrez le chat là où vous avez écrit : la conversation vous y attend.',
    byMail: 'Vous pouvez répondre à ce message, ou dans le chat là où vous avez écrit.',
    foot: (organisation: string) => `Message de Guichet pour ${organisation}.`,
  },
  digest: {
    subject: (count: number) =>
      count === 1 ? 'Une demande vous attend' : `${count} demandes vous attendent`,
    lead: 'Voici ce qui attend une réponse de votre part :',
    labels: { mine: 'Mes demandes', overdue: 'En retard', unassigned: 'Non attribuées' },
    line: (reference: string, topic: string, waiting: string) =>
      `${reference}, ${topic} : attend depuis ${waiting}`,
    hours: (count: number) => (count < 2 ? `${count} heure` : `${count} heures`),
    days: (count: number) => (count < 2 ? `${count} jour` : `${count} jours`),
    more: (count: number) => (count === 1 ? 'et une autre' : `et ${count} autres`),
    open: 'Ouvrir ma file',
    stop: 'Pour ne plus recevoir ce résumé, ou le recevoir plus souvent : menu de votre compte, « Notifications ».',
  },
};
