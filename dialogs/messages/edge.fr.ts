/** The French sentences that the edge says by itself, before or instead of the assistant: see ../messages.fr.ts. */
export const edgeFr = {
  edge: {
    fileNotBrought: (name: string) =>
      `Le fichier ${name} n'a pas pu être déposé. Votre conseillère en est informée ; vous pouvez le lui demander ici.`,
    filesInPortal: (names: string, reference: string) =>
      `Fichier joint : ${names}. Ouvrez-le dans le chat de votre portail (demande ${reference}).`,
    apology:
      "Votre message est bien enregistré, mais je n'ai pas pu y répondre : une erreur est survenue de notre côté. Écrivez à nouveau dans un instant, ou demandez à parler à quelqu'un.",
    whichDesk: 'À quel guichet souhaitez-vous écrire ?',
    filesWait: 'Votre envoi est bien arrivé : je le garde pour votre demande.',
    cardTaken: "C'est noté, ma réponse arrive.",
    openPrivate: 'Ouvrir la conversation privée',
    sharedWelcome:
      "Bonjour, je suis Guichet, l'assistant de votre guichet. Ici, mentionnez-moi et je réponds aux questions générales, dans le fil. Ce qui vous concerne personnellement se traite dans notre conversation privée : d'autres lisent ici.",
    choices: (labels: string) => `Choix : ${labels}`,
    labelled: (label: string, value: string) => `${label}\u00a0: ${value}`,
    progress: (done: number, of: number) => `${done} sur ${of}`,
  },
  signIn: {
    spent: {
      title: 'Ce lien de connexion ne sert plus',
      text: 'Un lien de connexion ne sert qu’une fois et expire au bout d’une heure. Celui-ci a déjà servi, a expiré ou est incomplet.',
    },
    throttled: {
      title: 'Trop d’essais de connexion',
      text: 'Plusieurs liens refusés ont été essayés depuis cette adresse. Attendez une minute, puis ouvrez votre lien à nouveau.',
    },
    provider: {
      title: 'Le service de connexion ne répond pas',
      text: 'Le compte de votre organisation n’a pas pu être vérifié pour le moment. Réessayez dans quelques minutes, ou connectez-vous avec un lien.',
    },
    unfinished: {
      title: 'La connexion n’est pas allée au bout',
      text: 'Elle a duré trop longtemps, a été commencée dans un autre navigateur ou a été refusée. Recommencez depuis la page de connexion.',
    },
    stranger: {
      title: 'Ce compte n’est pas celui d’un conseiller',
      text: 'Vous êtes bien reconnu par votre organisation, mais aucun conseiller de Guichet n’a cette adresse vérifiée.',
    },
    newLink:
      'Demandez un accès à la personne qui administre Guichet. Elle l’obtient avec cette commande, sur le serveur :',
    command: 'npx guichet advisor add --name "Votre nom" --email vous@exemple.fr --desk abc --role advisor',
    back: 'Revenir à la page de connexion',
    orQueue: ', ou à la file des demandes si vous êtes déjà connecté.',
  },
};
