/** "de Léa", "d'Hugo". */
const of = (name: string): string => (/^[aeiouyàâéèêîôûh]/i.test(name) ? `d'${name}` : `de ${name}`);

/** The French sentences of the start and end reports: see ../messages.fr.ts. */
export const reportFr = {
  report: {
    title: 'Bilan',
    kinds: { start: 'Bilan de premier cours', end: 'Bilan de fin de mission' },
    names: {
      assignment: 'Élève',
      kind: 'Bilan',
      workedOn: 'Travail effectué',
      level: 'Niveau',
      difficulties: 'Difficultés',
      goals: 'Objectifs',
      nextSteps: 'Suite',
    },
    askAssignment: 'Le bilan de quel élève ?',
    assignmentExample: "le prénom de l'élève ou le nom de la famille",
    askKind: 'Lequel des deux bilans ?',
    kindExample: '« premier cours » ou « fin de mission »',
    questions: {
      start: {
        workedOn: (pupil: string) => `Qu'avez-vous travaillé avec ${pupil} pendant ce premier cours ?`,
        level: (pupil: string) => `Quel est le niveau ${of(pupil)} ?`,
        difficulties: (pupil: string) => `Quelles difficultés avez-vous repérées chez ${pupil} ?`,
        goals: (pupil: string) => `Quels objectifs avez-vous fixés avec ${pupil} ?`,
        nextSteps: (pupil: string) => `Et la suite pour ${pupil} : que prévoyez-vous aux prochains cours ?`,
      },
      end: {
        workedOn: (pupil: string) => `Qu'avez-vous travaillé avec ${pupil} pendant cette mission ?`,
        level: (pupil: string) => `Quel est le niveau ${of(pupil)} aujourd'hui ?`,
        difficulties: (pupil: string) => `Quelles difficultés reste-t-il à ${pupil} ?`,
        goals: (pupil: string) => `Où en est ${pupil} par rapport aux objectifs ?`,
        nextSteps: (pupil: string) => `Et la suite : que conseillez-vous à ${pupil} ?`,
      },
    },
    examples: {
      workedOn: '« les fractions et deux exercices de brevet »',
      level: '« moyen, les bases sont là »',
      difficulties: '« le calcul mental » ou « aucune »',
      goals: '« gagner en confiance avant le brevet »',
      nextSteps: '« revoir les équations, un exercice par semaine »',
    },
    resumed: (date: string, answered: number, total: number) =>
      `Je reprends votre brouillon du ${date} : ${answered} réponse${answered > 1 ? 's' : ''} sur ${total}.`,
    readBack: (kind: string, pupil: string) => `${kind} ${of(pupil)}. J'enregistre ?`,
    saved: (kind: string, pupil: string) => `${kind} ${of(pupil)} : c'est enregistré.`,
    left: 'Le bilan est mis de côté. Vos réponses sont gardées en brouillon.',
    offerStart: (pupil: string) =>
      `Le bilan de premier cours ${of(pupil)} est à remplir. Cinq questions : on le fait maintenant ?`,
    fillNow: 'Remplir le bilan',
    later: 'Plus tard',
    laterSaid: "D'accord. Quand vous voudrez : « faire le bilan ».",
    doneAlready: (kind: string) => `${kind} : il est déjà enregistré, il n'y a rien à refaire.`,
    bothDone: (assignment: string) => `${assignment} : les deux bilans sont déjà enregistrés.`,
    startNotOpen: (assignment: string) =>
      `${assignment} : le bilan de premier cours s'ouvre avec le premier coupon. Saisissez d'abord ce coupon.`,
    endNotOpen: (assignment: string, left: number) =>
      `${assignment} : le bilan de fin s'ouvre avec le dernier coupon. Il en reste ${left}.`,
    noneDue: "D'après votre dossier, vous n'avez aucun bilan à remplir pour le moment.",
    needed:
      'Le bilan a besoin de cette réponse ; « aucune » ou « rien » en est une. Pour le reprendre plus tard : « annuler », vos réponses restent.',
    unknownAssignment: "Je ne vois pas d'élève de ce nom parmi vos missions.",
    notSignedIn:
      'Pour remplir un bilan, ouvrez ce chat depuis votre portail : je saurai alors de quelle mission il est question.',
    notTaken:
      "Ce bilan n'a pas pu être enregistré : la mission a changé entre-temps. Une personne peut vérifier.",
  },
};
