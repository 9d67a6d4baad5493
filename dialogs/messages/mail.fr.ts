/** Every French sentence of the mails and calendar entries about an appointment: see ../messages.fr.ts. */
export const mailFr = {
  mail: {
    hello: (name: string) => `Bonjour ${name},`,
    /** "mardi 24 novembre à 14 h" */
    at: (date: string, clock: string) => `${date} à ${clock}`,
    /** "mardi 24 novembre, de 14 h à 14 h 30" */
    span: (date: string, from: string, to: string) => `${date}, de ${from} à ${to}`,
    inZone: (when: string, zone: string) => `${when} (${zone})`,
    parisBeside: (when: string, zone: string, paris: string) =>
      `${when} (${zone} ; ${paris} à l'heure de Paris)`,
    subject: {
      booked: (when: string) => `Rendez-vous confirmé : ${when}`,
      moved: (when: string) => `Rendez-vous déplacé : ${when}`,
      cancelled: (when: string) => `Rendez-vous annulé : ${when}`,
      link: (when: string) => `Lien de votre rendez-vous : ${when}`,
      handedOver: (when: string) => `Rendez-vous repris par quelqu'un d'autre : ${when}`,
      reminder: (when: string) => `Rappel de votre rendez-vous : ${when}`,
      /** For the advisor, whose mailbox holds many of them. */
      with: (subject: string, person: string) => `${subject}, ${person}`,
    },
    requester: {
      booked: (advisor: string) => `Votre rendez-vous avec ${advisor} est réservé.`,
      movedByHer: (advisor: string) => `Vous avez déplacé votre rendez-vous avec ${advisor}.`,
      moved: (advisor: string) => `Votre rendez-vous avec ${advisor} a été déplacé.`,
      cancelledByHer: (advisor: string) => `Vous avez annulé votre rendez-vous avec ${advisor}.`,
      cancelled: (advisor: string) => `Votre rendez-vous avec ${advisor} a été annulé.`,
      link: (advisor: string) => `Voici le lien de votre rendez-vous avec ${advisor}.`,
      reminder: (advisor: string) => `Pour rappel, vous avez rendez-vous avec ${advisor}.`,
      phone: (advisor: string, phone: string) => `${advisor} vous appellera au ${phone}`,
      teams: 'Sur Teams',
      teamsLater: "Sur Teams. Le lien n'est pas encore prêt : vous le recevrez dès qu'il le sera.",
      change:
        "Pour le déplacer ou l'annuler, écrivez dans le chat : « déplacer mon rendez-vous » ou « annuler mon rendez-vous ».",
      another: 'Pour en prendre un autre, écrivez dans le chat : « prendre rendez-vous ».',
    },
    advisor: {
      booked: (person: string) => `${person} a pris rendez-vous avec vous.`,
      movedByHer: (person: string) => `${person} a déplacé son rendez-vous.`,
      moved: (person: string) => `Le rendez-vous avec ${person} a été déplacé.`,
      cancelledByHer: (person: string) => `${person} a annulé son rendez-vous.`,
      cancelled: (person: string) => `Le rendez-vous avec ${person} a été annulé.`,
      link: (person: string) => `Le lien du rendez-vous avec ${person} est enregistré.`,
      handedOver: (person: string, advisor: string) =>
        `Vous n'avez plus ce rendez-vous avec ${person} : c'est ${advisor} qui le reprend.`,
      phone: (phone: string) => `Par téléphone, au ${phone}`,
      teams: 'Sur Teams',
      teamsLater: "Sur Teams. Le lien reste à ajouter dans l'agenda.",
      agenda: "Ouvrir l'agenda",
    },
    was: (when: string) => `Il était prévu ${when}.`,
    reason: (reason: string) => `Motif : ${reason}`,
    labels: {
      when: 'Quand',
      with: 'Avec',
      how: 'Comment',
      subject: 'Sujet',
      reference: 'Référence',
    },
    join: 'Rejoindre la réunion',
    labelled: (label: string, value: string) => `${label} : ${value}`,
    attached: "Le rendez-vous est joint à ce message : ouvrez-le pour l'ajouter à votre agenda.",
    attachedAgain: "L'entrée jointe met votre agenda à jour.",
    attachedCancelled: "L'entrée jointe le retire de votre agenda.",
    foot: (organisation: string) =>
      `Message automatique de Guichet pour ${organisation}. Personne ne lit les réponses envoyées à cette adresse.`,
    calendar: {
      /** On the receipt in the chat. */
      add: 'Ajouter à mon agenda',
      requester: (advisor: string, organisation: string) => `Rendez-vous avec ${advisor} (${organisation})`,
      advisor: (person: string) => `Rendez-vous avec ${person}`,
    },
  },
};
