/** The French sentences of every guided dialog: see ../messages.fr.ts. */
export const formFr = {
  form: {
    hint: 'Vous pouvez écrire « retour » ou « annuler » à tout moment.',
    corrected: (facts: string) => `C'est noté : ${facts}.`,
    back: 'On revient à la question précédente.',
    atStart: "C'est la première question.",
    restarted: 'On reprend depuis le début.',
    submitCard: 'Valider',
    unreadableField: 'Je ne sais pas lire ce qui est écrit ici.',
    staleCard: "Cette carte n'est plus à jour : vous avez répondu depuis. Voici où nous en sommes.",
    otherDayCard: "Cette carte date d'un autre jour. Voici où nous en sommes aujourd'hui.",
    closedCard: 'Ce formulaire est fermé : cette carte ne fait plus rien.',
    cannotSkip: 'Cette information est nécessaire.',
    missed: "Je n'ai pas compris votre réponse.",
    example: (example: string) => `Par exemple : ${example}.`,
    missedPerson:
      "Je n'arrive pas à lire votre réponse. Une personne peut prendre le relais ; ce que vous avez rempli est gardé.",
    setAside: (title: string) =>
      `Je n'arrive pas à lire vos réponses : je mets « ${title} » de côté, rien n'est perdu et rien n'est envoyé.`,
    changed:
      'Ce formulaire a changé depuis votre dernier message : vos réponses qui y ont encore une place sont gardées.',
    whichSlot: 'Que voulez-vous modifier ?',
    changeNothing: 'Rien, tout est bon',
    notConfirmed: "Dites « oui » pour confirmer, ou ce qu'il faut changer.",
    cancelled: "C'est annulé, rien n'a été enregistré.",
    keptForLater: (title: string) => `C'est noté : « ${title} », juste après. Terminons d'abord ceci.`,
    parked: (title: string) => `Votre saisie « ${title} » est gardée.`,
    resumeOffer: (title: string, date: string) =>
      `Vous aviez commencé « ${title} » ${date}. Voulez-vous reprendre ?`,
    gone: "Ce que vous aviez commencé n'existe plus sous cette forme. Dites-moi ce qu'il vous faut.",
    keepCurrent: (value: string) => `Garder : ${value}`,
    didYouMeanValue: 'Lequel voulez-vous dire ?',
    invalidChoice: "Ce choix n'existe pas ici.",
  },
};
