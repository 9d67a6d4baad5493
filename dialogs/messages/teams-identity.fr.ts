/** The French sentences about who somebody is on Teams, and about her files there: see ../messages.fr.ts. */
export const teamsIdentityFr = {
  teamsIdentity: {
    linked: (firstName: string) =>
      `C'est fait, ${firstName} : votre compte Teams est lié à votre dossier, et mes réponses en tiennent compte. Pour le délier, écrivez « délier mon compte ». Que puis-je faire pour vous ?`,
    already: (firstName: string) =>
      `Votre compte Teams est déjà lié à votre dossier, ${firstName}. Que puis-je faire pour vous ?`,
    fault: {
      unknown:
        "Je ne reconnais pas ce code. Vérifiez-le sur le message de votre conseiller ou de votre conseillère : huit signes, comme BCDF-2345. Vous pouvez m'interroger sans code pour les questions générales.",
      expired:
        'Ce code a expiré : un code sert pendant sept jours, et un nouveau code remplace le précédent. Demandez-en un autre à votre conseiller ou à votre conseillère.',
      used: 'Ce code a déjà servi : un code ne sert qu’une fois. Demandez-en un autre à votre conseiller ou à votre conseillère.',
    },
    tooMany: (minutes: number) =>
      `Trop de codes refusés ont été essayés. Réessayez dans ${minutes} min, ou demandez un nouveau code à votre conseiller ou à votre conseillère.`,
    inPrivate:
      "D'autres lisent ici : je ne prends pas de code dans cette conversation. Écrivez-le-moi en privé.",
    noAccount:
      "Je ne peux pas lier cette conversation : Teams ne m'a pas dit quel compte écrit. Écrivez-moi depuis le compte Teams de votre organisation.",
    unlinkAsk:
      'Voulez-vous délier votre compte Teams de votre dossier ? Vos demandes et vos coupons restent enregistrés, mais je ne les verrai plus ici.',
    unlinkYes: 'Oui, délier mon compte',
    unlinkNo: 'Non, le garder lié',
    unlinked:
      "C'est fait : votre compte Teams n'est plus lié à votre dossier. Je réponds encore aux questions générales. Pour le lier à nouveau, demandez un code à votre conseiller ou à votre conseillère.",
    kept: 'Votre compte reste lié à votre dossier.',
    notLinked:
      "Votre compte Teams n'est lié à aucun dossier. Pour le lier, demandez un code à votre conseiller ou à votre conseillère et écrivez-le-moi ici.",
    unknownTenant:
      "Bonjour. Je réponds seulement aux personnes de l'organisation qui m'emploie, et votre compte Teams n'en fait pas partie. Si vous y travaillez, écrivez-moi depuis le compte Teams qu'elle vous a donné.",
  },
};
