/** The French strings of the tab in Teams, and of a requester's account there: see strings.fr.ts. */
export const teamsFr = {
  unlinked: {
    title: 'Reliez votre compte Teams',
    text: 'Teams vous a bien identifié, mais ce compte n’est encore celui d’aucun conseiller de Guichet. Donnez une fois votre adresse et votre mot de passe Guichet\u00a0: ensuite, cet onglet vous reconnaît.',
  },
  failed: {
    title: 'Teams n’a pas pu vous identifier',
    text: 'Réessayez dans un instant. Si cela dure, ouvrez la file dans votre navigateur et prévenez la personne qui administre Guichet.',
  },
  left: {
    title: 'Votre session est fermée',
    text: 'Cet onglet ne montre plus rien de la file. Votre compte Teams reste relié\u00a0: pour revenir, il suffit de ce bouton, ou de rouvrir l’onglet.',
  },
  link: 'Relier mon compte',
  again: 'Me reconnecter avec Teams',
  retry: 'Réessayer',
  browser: 'Ouvrir la file dans le navigateur',
  account: {
    title: 'Microsoft Teams',
    linked: (date: string) => `Compte relié le ${date}`,
    notLinked: 'Compte non relié',
    invite: 'Inviter sur Teams',
    again: 'Nouveau code',
    code: 'Code à transmettre',
    hint: (date: string) =>
      `À écrire à Guichet dans Teams, en conversation privée. Il sert une fois, jusqu’au ${date}, et ne s’affichera plus.`,
    copy: 'Copier',
    copied: 'Copié',
  },
};
