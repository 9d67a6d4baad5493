/** The French sentences of lesson coupons: see ../messages.fr.ts. */
export const couponFr = {
  coupon: {
    title: "Saisie d'un coupon",
    names: {
      assignment: 'Élève',
      date: 'Date',
      start: 'Début',
      end: 'Fin',
    },
    askAssignment: 'Pour quel élève ?',
    askDate: 'Quel jour le cours a-t-il eu lieu ?',
    askDateShort: 'Quel jour ?',
    askStart: 'À quelle heure le cours a-t-il réellement commencé ?',
    askStartShort: 'Heure de début ?',
    askEnd: "À quelle heure s'est-il terminé ? Vous pouvez aussi dire sa durée.",
    askEndShort: 'Heure de fin, ou durée ?',
    dateExample: '« hier » ou « le 12 novembre »',
    startExample: '« 14h » ou « 14h30 »',
    endExample: '« 16h » ou « 2 heures »',
    assignmentExample: "le prénom de l'élève ou le nom de la famille",
    whichClock: (clock: string) => `${clock}, c'est le début ou la fin du cours ?`,
    whichClockExample: '« le début » ou « la fin »',
    assignment: (pupil: string, family: string, subject: string) =>
      `${pupil} (famille ${family}), ${subject}`,
    readBack: "Voici le coupon. J'enregistre ?",
    time: 'Horaire',
    range: (start: string, end: string, length: string) => `de ${start} à ${end} (${length})`,
    lateNotice: (month: string) =>
      `Ce cours de ${month} est saisi après la fin du mois : ces heures ne seront pas payées le mois suivant.`,
    lastNotice: "C'est le dernier coupon de cette mission.",
    leftNotice: (count: number) => `Il restera ${count} coupon${count > 1 ? 's' : ''} sur cette mission.`,
    reportNotice: 'Ce premier coupon ouvre le bilan de premier cours.',
    saved: 'Coupon enregistré',
    savedText: 'Votre conseillère le voit dès maintenant.',
    savedLate:
      "Il est enregistré hors délai. Si vous souhaitez l'expliquer à votre conseillère, créez une demande.",
    another: 'Saisir un autre coupon',
    notSignedIn:
      "Pour saisir un coupon, ouvrez ce chat depuis votre portail : je saurai alors de quelles missions il s'agit.",
    noAssignment: 'Je ne vois aucune mission en cours à votre nom. Votre conseillère peut vérifier.',
    inFuture: "Ce cours n'a pas encore eu lieu : un coupon se saisit après le cours.",
    endsBeforeStart: 'La fin ne peut pas précéder le début.',
    implausible: (length: string) => `Un cours de ${length} me paraît impossible. Vérifiez les heures.`,
    overlap: (date: string, range: string, reference: string) =>
      `Vous avez déjà un cours enregistré ${date} ${range} (${reference}). Deux cours ne peuvent pas se chevaucher.`,
    noneLeft: (assignment: string) =>
      `Il ne reste aucun coupon pour ${assignment}. Si la famille renouvelle, il faut postuler de nouveau à la mission.`,
    unknownAssignment: "Cette mission n'est pas à votre nom.",
    unclearTime: "Je ne suis pas sûr de l'heure.",
    endReportDue: (assignment: string) =>
      `C'est le dernier coupon pour ${assignment} : le bilan de fin de mission doit être rempli d'abord.`,
    endReportPortal: 'Remplissez-le sur le portail, puis confirmez ici : votre saisie est gardée.',
    left: (assignment: string, left: number, total: number) => `${assignment} : ${left} sur ${total}`,
    leftTitle: "D'après vos coupons enregistrés, il vous reste :",
    leftNone: 'Je ne vois aucune mission en cours à votre nom.',
    monthTotal: (month: string, hours: string, count: number) =>
      `En ${month}, ${hours} de cours enregistrées (${count} coupon${count > 1 ? 's' : ''}).`,
    monthDeadline: (date: string) =>
      `Les cours de ce mois se saisissent jusqu'au ${date} à minuit (heure de Paris).`,
  },
};
