/**
 * Every sentence that the assistant says in French. Voice: shared with all faces (vous, short, the answer first, one question a message).
 * A sentence with parameters is a function. `messages.en.ts` has the same keys: the compiler checks it.
 */
export const fr = {
  common: {
    yes: 'Oui',
    no: 'Non',
    confirm: 'Confirmer',
    edit: 'Modifier',
    cancel: 'Annuler',
    skip: 'Passer',
    resume: 'Reprendre',
    startAgain: 'Recommencer',
    human: "Parler à quelqu'un",
    createRequest: 'Créer une demande',
    enterCoupon: 'Saisir un coupon',
    bookAppointment: 'Prendre rendez-vous',
    somethingElse: 'Autre chose',
    continue: 'Continuer',
    and: 'et',
    today: "Aujourd'hui",
    yesterday: 'Hier',
    you: 'Vous',
  },
  welcome: {
    known: (firstName: string, desk: string) =>
      `Bonjour ${firstName}. Je suis Guichet, l'assistant automatique de ${desk}. Dites-moi ce qui vous amène, avec vos mots.`,
    visitor: (desk: string) =>
      `Bonjour. Je suis Guichet, l'assistant automatique de ${desk}. Dites-moi ce qui vous amène, avec vos mots.`,
    again: 'Rebonjour. Que puis-je faire pour vous ?',
  },
  service: {
    greeting: 'Bonjour. Que puis-je faire pour vous ?',
    thanks: 'Avec plaisir. Écrivez-moi quand vous voulez.',
    goodbye: 'Bonne journée. Je reste là si besoin.',
    help: (topics: string) =>
      `Je réponds aux questions sur ${topics}. Je lis votre dossier quand il décide de la réponse. Si je ne sais pas, je transmets à une personne. À tout moment : « retour », « annuler », « recommencer », « parler à quelqu'un ».`,
    helpTopics: {
      abc: 'vos coupons, votre paie, vos missions et vos rendez-vous',
      ogestion: 'votre accès à oGestion, vos dossiers de formation et vos règlements',
      'oc-mentor': 'vos sessions, vos étudiants, la facturation et vos paiements',
      'oc-coach': 'vos sessions, vos étudiants, la facturation et vos paiements',
    },
    botIdentity:
      "Je suis un programme, pas une personne. Je réponds d'après les règles de l'organisation et votre dossier, et je passe la main à quelqu'un quand il le faut.",
    acknowledged: "D'accord. Écrivez-moi quand vous voulez.",
    thanksInForm: 'Avec plaisir.',
    greetingInForm: 'Bonjour.',
    nothingToCancel: "Il n'y a rien en cours à annuler.",
    nothingToGoBack: "Il n'y a pas de question précédente. Que puis-je faire pour vous ?",
    nothingToRestart: 'On repart de zéro. Que puis-je faire pour vous ?',
    nothingToConfirm: "Il n'y a rien à confirmer pour le moment. Que puis-je faire pour vous ?",
    alreadyDone: (reference: string) => `C'est déjà enregistré, sous la référence ${reference}.`,
  },
  tone: {
    annoyed: 'Je comprends que ce soit agaçant.',
    distressed: "Ce que vous décrivez a l'air difficile. Une personne peut prendre le relais tout de suite.",
    insulted: "Je vais m'en tenir à votre demande.",
  },
  answer: {
    helped: "Ça m'a aidé",
    notHelped: 'Pas vraiment',
    gladToHelp: 'Tant mieux. Autre chose ?',
    nextBest: 'Peut-être plutôt ceci :',
    toPerson: "Je n'ai pas de meilleure réponse. Je peux transmettre votre demande à une personne.",
    noUseWriting:
      'Écrire ne changerait pas la réponse, mais une personne peut vous lire si vous le souhaitez.',
    noArticle: (title: string) =>
      `Vous me parlez de « ${title} ». Je n'ai pas encore de réponse sûre là-dessus. Je peux transmettre votre demande à une personne.`,
    later: (date: string) =>
      `Une demande n'est utile qu'à partir du ${date}. D'ici là, rien à faire de votre côté.`,
    second: (title: string) => `Vous m'avez aussi parlé de « ${title} ». On y vient ?`,
    secondYes: 'Oui, voir la réponse',
    factMissed: "Je n'ai pas reconnu votre réponse. Choisissez ce qui correspond :",
    factUnknown: 'Je ne sais pas',
    factUnknownAnswer:
      'Sans cette information, je ne peux pas trancher. Une personne peut vérifier pour vous.',
    startCoupon: 'Saisir un coupon maintenant',
    startAppointment: 'Prendre rendez-vous maintenant',
  },
  clarify: {
    didYouMean: 'Vous voulez dire…',
    rephrase: "D'accord. Dites-le avec d'autres mots, ou choisissez :",
  },
  fallback: {
    outOfScope:
      "Je ne sais pas répondre à cela : je m'occupe seulement de ce qui concerne votre activité ici. Une personne peut vous lire si vous le souhaitez.",
    again: "Je n'ai toujours pas compris. Voici ce sur quoi je peux répondre :",
    person:
      'Je ne comprends pas, et je ne veux pas vous faire perdre de temps : voici votre demande, prête à partir chez une personne.',
    stillPerson: "Je n'ai pas compris. Une personne peut vous lire.",
  },
  input: {
    empty: "Votre message est arrivé vide. Écrivez-moi ce qu'il vous faut.",
    tooLong:
      "Votre message est trop long pour que je le lise en entier. Dites-moi l'essentiel en quelques phrases.",
    binary:
      "Je n'ai pas pu lire ce message : ce n'est pas du texte. Écrivez-moi votre demande en quelques mots.",
    emoji: 'Je ne lis pas les émojis seuls. Écrivez-moi votre demande en quelques mots.',
    otherScript: "Je lis le français et l'anglais. Pouvez-vous écrire dans l'une de ces deux langues ?",
    kept: 'Ce que vous aviez déjà rempli est gardé.',
    tooLarge: (name: string) =>
      `Le fichier « ${name} » dépasse 10 Mo : il n'a pas été reçu. Envoyez-en une version plus légère.`,
    forbiddenType: (name: string) =>
      `Le fichier « ${name} » n'est pas d'un type accepté. Envoyez une image, un PDF ou un document.`,
    unreadableFile: (name: string) =>
      `Le fichier « ${name} » n'a pas pu être lu. Pouvez-vous l'envoyer à nouveau ?`,
    fileReceived: (names: string) => `J'ai bien reçu ${names} : je le joindrai à votre demande.`,
    masked:
      "J'ai masqué le numéro que vous avez écrit : un IBAN ou un numéro de sécurité sociale ne s'envoie jamais par message.",
  },
  form: {
    hint: 'Vous pouvez écrire « retour » ou « annuler » à tout moment.',
    corrected: (facts: string) => `C'est noté : ${facts}.`,
    noted: "C'est noté.",
    back: 'On revient à la question précédente.',
    atStart: "C'est la première question.",
    restarted: 'On reprend depuis le début.',
    cannotSkip: 'Cette information est nécessaire.',
    resumePrompt: (title: string) => `On reprend : ${title}.`,
    missed: "Je n'ai pas compris votre réponse.",
    example: (example: string) => `Par exemple : ${example}.`,
    missedPerson:
      "Je n'arrive pas à lire votre réponse. Une personne peut prendre le relais ; ce que vous avez rempli est gardé.",
    whichSlot: 'Que voulez-vous modifier ?',
    notConfirmed: "Dites « oui » pour confirmer, ou ce qu'il faut changer.",
    cancelled: "C'est annulé, rien n'a été enregistré.",
    parked: (title: string) => `Votre saisie « ${title} » est gardée.`,
    resumeOffer: (title: string, date: string) =>
      `Vous aviez commencé « ${title} » ${date}. Voulez-vous reprendre ?`,
    gone: "Ce que vous aviez commencé n'existe plus sous cette forme. Dites-moi ce qu'il vous faut.",
    keepCurrent: (value: string) => `Garder : ${value}`,
    didYouMeanValue: 'Lequel voulez-vous dire ?',
    nameIt: (value: string) => value,
    invalidChoice: "Ce choix n'existe pas ici.",
  },
  ticket: {
    title: 'Votre demande',
    subject: 'Demande',
    topic: 'Sujet',
    askMessage: 'Que faut-il transmettre ? Décrivez votre demande en une ou deux phrases.',
    askMessageShort: 'Que faut-il transmettre ?',
    messageLabel: 'Message',
    askName: "À quel nom dois-je l'envoyer ?",
    nameLabel: 'Nom',
    askReach: 'Comment vous joindre ? Une adresse e-mail ou un numéro de téléphone.',
    reachLabel: 'Contact',
    badReach: "Je n'y vois ni adresse e-mail ni numéro de téléphone.",
    reachExample: '« prenom.nom@exemple.fr » ou « 06 12 34 56 78 »',
    filesLabel: 'Pièces jointes',
    fileExample: "joignez l'image ou le document à votre message, ou écrivez « passer »",
    unknown: 'Ne sait pas',
    none: 'Aucune',
    dateExample: '« le 12 décembre » ou « lundi prochain »',
    monthExample: '« octobre » ou « le mois dernier »',
    choiceExample: "l'un des choix ci-dessous",
    yesNoExample: '« oui » ou « non »',
    textExample: 'quelques mots suffisent',
    badDate: 'Je ne lis pas de date dans votre réponse.',
    whichDate: "De quel jour s'agit-il ?",
    sent: 'Demande envoyée',
    sentText: (desk: string) =>
      `${desk} a reçu votre demande. La réponse arrivera ici, dans cette conversation.`,
    sentTextVisitor: (reach: string) =>
      `La réponse vous parviendra à ${reach}, et ici si vous gardez cette conversation.`,
    readBack: "Voici votre demande. Je l'envoie ?",
    laterNotice: (date: string) => `D'après les règles, une demande n'est utile qu'à partir du ${date}.`,
    openAlready: (reference: string, subject: string) =>
      `Vous avez déjà une demande ouverte : ${reference}, « ${subject} ». Voulez-vous y ajouter un message ?`,
    addTo: (reference: string) => `Ajouter à ${reference}`,
    newRequest: 'Nouvelle demande',
    askAddition: (reference: string) => `Qu'ajoutez-vous à la demande ${reference} ?`,
    added: (reference: string) => `C'est ajouté à votre demande ${reference}.`,
    addFailed: (reference: string) =>
      `La demande ${reference} est close : rien n'y a été ajouté. Je peux en ouvrir une nouvelle.`,
    toAdvisor: (reference: string) => `Votre message est transmis à votre conseiller (demande ${reference}).`,
    answeredInstead: (reference: string) =>
      `Je vous réponds directement. Si ce message était pour votre conseiller, ajoutez-le à la demande ${reference}.`,
    saidSource: 'dit par vous',
    visitorName: 'Visiteur',
    fileNames: (names: string) => `fichier : ${names}`,
  },
  checks: {
    ssn: 'Numéro de sécurité sociale',
    iban: 'IBAN',
    present: 'renseigné',
    missing: 'manquant',
    provisional: 'provisoire',
    lateCoupons: 'Coupons du mois dernier saisis à temps',
    lateCount: (count: number) => `${count} saisi${count > 1 ? 's' : ''} après la fin du mois`,
    allOnTime: 'aucun retard',
    invoice: 'Dernière facture',
    invoiceStatus: {
      none: 'aucune',
      'call-sent': 'appel à facturation envoyé',
      'in-progress': 'en cours',
      paid: 'payée',
    },
    student: 'Étudiant dans la liste',
    inList: 'oui',
    notInList: 'absent de la liste',
    funding: 'Fin de financement',
    pathEnd: 'Fin de parcours',
    absences: 'Absences de suite non justifiées',
    call: 'Appel à facturation du mois dernier',
    received: 'reçu',
    notReceived: 'pas reçu',
  },
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
    savedReport: 'Le bilan de premier cours est maintenant à remplir.',
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
  report: {
    title: 'Bilan de fin de mission',
    startTitle: 'Bilan de premier cours',
    startButton: 'Remplir le bilan',
    names: {
      worked: 'Travail fait',
      level: 'Niveau',
      difficulties: 'Difficultés',
      goals: 'Objectifs',
      next: 'Suite',
    },
    askWorked: "Qu'avez-vous travaillé avec l'élève ?",
    askLevel: "Comment décririez-vous son niveau aujourd'hui ?",
    askDifficulties: 'Quelles difficultés restent ?',
    askGoals: "Quels objectifs étaient fixés, et où en est l'élève ?",
    askNext: 'Que conseillez-vous pour la suite ?',
    example: 'une ou deux phrases suffisent',
    readBack: "Voici le bilan. J'enregistre ?",
    forPupil: 'Élève',
    saved: 'Bilan enregistré',
    savedText: 'Merci. Le dernier coupon peut maintenant être enregistré.',
    savedStartText: 'Merci. Votre conseillère le voit dès maintenant.',
    back: 'Le bilan est enregistré. On revient à votre coupon.',
    notDue: "Ce bilan n'est pas à remplir pour le moment.",
  },
  appointment: {
    title: 'Prise de rendez-vous',
    names: { channel: 'Canal', subject: 'Sujet', day: 'Jour', slot: 'Créneau', phone: 'Téléphone' },
    askChannel: 'Préférez-vous Teams ou le téléphone ?',
    askSubject: 'De quoi souhaitez-vous parler ?',
    askDay: 'Quel jour vous conviendrait, et plutôt à quel moment ?',
    askDayShort: 'Quel jour vous conviendrait ?',
    askSlot: 'Voici les créneaux libres. Lequel vous convient ?',
    askSlotShort: 'Quel créneau vous convient ?',
    askPhone: 'À quel numéro vous appeler ?',
    dayExample: '« demain matin » ou « lundi en huit après 17h »',
    phoneExample: '« 06 12 34 56 78 »',
    slotExample: "l'heure de l'un des créneaux ci-dessous",
    channelExample: '« Teams » ou « téléphone »',
    subjectExample: 'quelques mots suffisent',
    teams: 'Teams',
    phone: 'Téléphone',
    slotLabel: (date: string, clock: string) => `${date} à ${clock}`,
    fromDay: (date: string) => `à partir du ${date}`,
    otherDay: 'Un autre jour',
    readBack: 'Voici le rendez-vous. Je réserve ?',
    when: 'Quand',
    with: 'Avec',
    channelLabel: 'Canal',
    subjectLabel: 'Sujet',
    phoneLabel: 'Téléphone',
    parisBeside: (clock: string) => `${clock}, heure de Paris`,
    booked: 'Rendez-vous réservé',
    bookedTeams: (advisor: string) => `${advisor} vous retrouve sur Teams.`,
    bookedPhone: (advisor: string, phone: string) => `${advisor} vous appellera au ${phone}.`,
    inPast: 'Ce moment est déjà passé.',
    tooSoon: (when: string) => `C'est trop tôt : le premier créneau possible est ${when}.`,
    closed: "Il n'y a pas de rendez-vous possible à ce moment-là.",
    taken: "Ce créneau vient d'être pris. Voici les plus proches.",
    noneFree: (when: string) => `Aucun créneau libre ${when}. Voici les plus proches.`,
    noneAtAll:
      'Je ne trouve aucun créneau libre dans les prochaines semaines. Votre conseillère peut vous rappeler.',
    notASlot: "Ce n'est pas un créneau libre. Choisissez parmi ceux-ci.",
    badPhone: "Je n'y vois pas de numéro de téléphone.",
    notSignedIn: 'Pour réserver, ouvrez ce chat depuis votre portail : je saurai alors qui vous êtes.',
    otherDesk:
      'Les rendez-vous ne se réservent pas ici. Je peux transmettre votre demande à une personne, qui vous répondra.',
    upcomingTitle: 'Votre prochain rendez-vous :',
    upcoming: (when: string, advisor: string, channel: string, reference: string) =>
      `${when}, avec ${advisor}, ${channel} (${reference})`,
    noUpcoming: "Vous n'avez aucun rendez-vous à venir.",
    cancelButton: 'Annuler le rendez-vous',
    cancelled: (reference: string) => `Le rendez-vous ${reference} est annulé.`,
    cancelTooLate: 'Ce rendez-vous est déjà passé : il ne peut plus être annulé.',
  },
  status: {
    none: 'Je ne vois aucune demande ouverte à votre nom.',
    title: 'Vos demandes en cours :',
    line: (reference: string, subject: string, state: string, date: string) =>
      `${reference}, « ${subject} » : ${state} (envoyée ${date})`,
    states: {
      new: 'reçue, pas encore prise en charge',
      open: 'en cours de traitement',
      waiting: 'une réponse vous attend',
      solved: 'résolue',
      closed: 'close',
      withdrawn: 'retirée',
      merged: 'jointe à une autre demande',
    },
    visitor: 'Donnez-moi la référence de votre demande, ou ouvrez ce chat depuis votre portail.',
  },
};

/** The sentences of one language. */
export type Messages = Widen<typeof fr>;

/** The same keys; a plain sentence may be any string, a sentence with parameters takes the same ones. */
type Widen<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parameters: infer P) => string
      ? (...parameters: P) => string
      : Widen<T[K]>;
};
