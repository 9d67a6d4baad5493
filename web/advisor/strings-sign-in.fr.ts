/** How advisors get in, in French: see strings.fr.ts. */
export const signInFr = {
  signedOut: {
    title: 'Connectez-vous à votre file',
    openId: 'Continuer avec le compte de l’organisation',
    or: 'ou',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    submit: 'Se connecter',
    submitting: 'Connexion…',
    wrong: 'Adresse ou mot de passe incorrect.',
    tooMany: (minutes: number) =>
      `Trop d’essais. Réessayez dans ${minutes} minute${minutes > 1 ? 's' : ''}, ou utilisez un lien de connexion.`,
    failed: 'La connexion n’a pas pu être vérifiée. Réessayez dans un instant.',
    link: 'Première connexion, ou mot de passe oublié ?',
    linkText:
      'Un lien de connexion ouvre la file ; il est valable une heure et une seule fois. Au premier démarrage, il est affiché dans la console du serveur. Ensuite, la personne qui administre Guichet en crée un avec cette commande :',
    command: 'npx guichet advisor add --name "Votre nom" --email vous@exemple.fr --desk abc --role advisor',
    copy: 'Copier la commande',
    copied: 'Commande copiée.',
    retry: 'J’ai ouvert mon lien',
  },
  passwordDialog: {
    title: 'Mot de passe',
    lead: {
      set: 'Avec un mot de passe, vous entrez sans lien de connexion.',
      change: 'Vos autres sessions seront fermées.',
    },
    current: 'Mot de passe actuel',
    next: 'Nouveau mot de passe',
    hint: '12 caractères au moins. Plusieurs mots sans lien entre eux font un bon mot de passe.',
    save: 'Enregistrer',
    cancel: 'Annuler',
    done: 'Mot de passe enregistré.',
  },
};
