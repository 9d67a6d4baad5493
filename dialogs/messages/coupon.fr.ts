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
    nextDay: (clock: string) => `${clock} le lendemain`,
    monthNotice: (month: string) =>
      `À l'heure de Paris, qui compte pour le délai, c'est un cours de ${month}.`,
    lateNotice: (month: string, deadline: string) =>
      `Ce cours de ${month} est saisi après la fin du mois (c'était jusqu'au ${deadline}) : ces heures ne seront pas payées le mois suivant. Si vous l'enregistrez, vous pourrez l'expliquer à votre conseillère.`,
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
    noSuchTime: "Cette heure n'a pas existé ce jour-là, à cause du changement d'heure.",
    endReportDue: (assignment: string) =>
      `C'est le dernier coupon pour ${assignment} : le bilan de fin de mission doit être rempli d'abord. Votre saisie est gardée, on y revient juste après.`,
    left: (assignment: string, left: number, total: number) => `${assignment} : ${left} sur ${total}`,
    leftTitle: "D'après vos coupons enregistrés, il vous reste :",
    leftNone: 'Je ne vois aucune mission en cours à votre nom.',
    monthTotal: (month: string, hours: string, count: number) =>
      `En ${month}, ${hours} de cours enregistrées (${count} coupon${count > 1 ? 's' : ''}).`,
    monthNone: (month: string) => `En ${month}, je ne vois aucun cours enregistré.`,
    deadline: (date: string, clock: string) => `${date} à ${clock} (heure de Paris)`,
    deadlineThere: (paris: string, date: string, clock: string) =>
      `${paris}, soit ${date} à ${clock} chez vous`,
    deadlineToday: (until: string) =>
      `C'est aujourd'hui le dernier jour : les cours de ce mois se saisissent jusqu'au ${until}.`,
    deadlineIn: (days: number, until: string) =>
      `Il vous reste ${days} jour${days > 1 ? 's' : ''} : les cours de ce mois se saisissent jusqu'au ${until}.`,
    remindNoMore: 'Ne plus me le rappeler',
    remindAgain: 'Me le rappeler à nouveau',
    remindersOff:
      "C'est noté : je ne vous rappellerai plus la saisie de fin de mois. La règle reste la même : avant la fin du mois.",
    remindersOn:
      "C'est noté : je vous rappellerai la saisie trois jours et un jour avant la fin du mois, si je ne vois aucun coupon.",
  },
  /** The columns and marks of the file for payroll, in the order of the file. */
  couponExport: {
    columns: {
      reference: 'Référence',
      person: 'Intervenant',
      personId: 'Identifiant',
      family: 'Famille',
      pupil: 'Élève',
      subject: 'Matière',
      date: 'Date du cours',
      start: 'Début',
      end: 'Fin',
      hours: 'Heures',
      minutes: 'Minutes',
      entered: 'Saisi le',
      late: 'Hors délai',
      state: 'État',
      reason: 'Motif du refus',
    },
    yes: 'oui',
    no: 'non',
    saved: 'enregistré',
    rejected: 'refusé',
  },
  couponRequest: {
    title: 'Demande sur un coupon',
    names: { assignment: 'Élève', coupon: 'Coupon', wish: 'Votre message' },
    askAssignment: 'Pour quel élève ?',
    askCoupon: 'De quel coupon parlez-vous ?',
    couponExample: '« celui de mardi » ou « le 12 novembre avec Léa »',
    askWish: {
      wrong: 'Que faut-il corriger ? Par exemple la bonne heure.',
      late: 'Voulez-vous expliquer ce retard ? Sinon, écrivez « passer ».',
      rejected: 'Que voulez-vous répondre à votre conseillère ?',
    },
    wishExample: '« le cours a commencé à 15h et fini à 17h »',
    coupon: (date: string, start: string, end: string, pupil: string) =>
      `${date}, ${start} à ${end}, ${pupil}`,
    pupil: (pupil: string, family: string) => `${pupil} (famille ${family})`,
    noCouponOn: (date: string) => `Je ne vois aucun coupon de vous pour un cours du ${date}.`,
    unknownCoupon: 'Je ne retrouve pas ce coupon parmi les vôtres.',
    cannotEdit:
      'Je ne peux pas modifier un coupon enregistré : votre conseillère reçoit votre demande avec ce coupon.',
    subjects: {
      wrong: (reference: string, date: string) => `Coupon ${reference} à corriger (cours du ${date})`,
      late: (reference: string, date: string) => `Coupon ${reference} saisi hors délai (cours du ${date})`,
      rejected: (reference: string, date: string) => `Coupon ${reference} refusé (cours du ${date})`,
      renewal: (family: string) => `Renouvellement de coupons, famille ${family}`,
    },
    facts: {
      reference: 'Référence du coupon',
      pupil: 'Élève',
      date: 'Date du cours',
      time: 'Horaire',
      entered: 'Saisi',
      state: 'État',
      assignment: 'Mission',
      left: 'Coupons restants',
    },
    leftOf: (left: number, total: number) => `${left} sur ${total}`,
    enteredAt: (date: string, clock: string) => `${date} à ${clock}`,
    onTime: 'saisi dans les délais',
    late: 'saisi hors délai',
    rejectedFor: (reason: string) => `refusé : ${reason}`,
  },
};
