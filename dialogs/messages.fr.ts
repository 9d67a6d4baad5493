import { edgeFr } from './messages/edge.fr';
import { formFr } from './messages/form.fr';
import { ticketFr } from './messages/ticket.fr';
import { couponFr } from './messages/coupon.fr';
import { appointmentFr } from './messages/appointment.fr';
import { categoryFr } from './messages/category.fr';
import { noticeFr } from './messages/notice.fr';
import { reportFr } from './messages/report.fr';
import { liveFr } from './messages/live.fr';
import { mailFr } from './messages/mail.fr';
import { teamsDeskFr } from './messages/teams-desk.fr';
import { teamsIdentityFr } from './messages/teams-identity.fr';
import { figuresFr } from './messages/figures.fr';
import { letterFr } from './messages/letter.fr';

/** "de Constructys", "d'OpenClassrooms". */
const of = (name: string): string => (/^[aeiouyàâéèêîôûh]/i.test(name) ? `d'${name}` : `de ${name}`);

/**
 * Every sentence that the assistant says in French. Voice: shared with all faces (vous, short, the answer first, one question a message).
 * A sentence with parameters is a function. `messages.en.ts` has the same keys: the compiler checks it.
 */
export const fr = {
  ...edgeFr,
  ...formFr,
  ...ticketFr,
  ...couponFr,
  ...appointmentFr,
  ...noticeFr,
  ...categoryFr,
  ...reportFr,
  ...mailFr,
  ...teamsDeskFr,
  ...teamsIdentityFr,
  ...figuresFr,
  ...letterFr,
  ...liveFr,
  common: {
    yes: 'Oui',
    no: 'Non',
    confirm: 'Confirmer',
    edit: 'Modifier',
    cancel: 'Annuler',
    skip: 'Passer',
    resume: 'Reprendre',
    human: "Parler à quelqu'un",
    createRequest: 'Créer une demande',
    enterCoupon: 'Saisir un coupon',
    bookAppointment: 'Prendre rendez-vous',
    somethingElse: 'Autre chose',
    today: "Aujourd'hui",
    yesterday: 'Hier',
  },
  zones: {
    'Europe/Paris': 'heure de Paris',
    'Indian/Reunion': 'heure de La Réunion',
    'America/Guadeloupe': 'heure de la Guadeloupe',
    'America/Martinique': 'heure de la Martinique',
    'America/Cayenne': 'heure de la Guyane',
    'Indian/Mayotte': 'heure de Mayotte',
    'Pacific/Noumea': 'heure de Nouméa',
    'Pacific/Tahiti': 'heure de Tahiti',
  },
  zoneOf: (city: string) => `heure locale de ${city}`,
  welcome: {
    known: (firstName: string, desk: string) =>
      `Bonjour ${firstName}. Je suis Guichet, l'assistant automatique ${of(desk)}. Dites-moi ce qui vous amène, avec vos mots.`,
    visitor: (desk: string) =>
      `Bonjour. Je suis Guichet, l'assistant automatique ${of(desk)}. Dites-moi ce qui vous amène, avec vos mots.`,
  },
  service: {
    greeting: 'Bonjour. Que puis-je faire pour vous ?',
    privately:
      "Cela vous concerne personnellement, et d'autres lisent ici : la suite est dans notre conversation privée.",
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
    nothingToResume: "Il n'y a rien à reprendre. Que puis-je faire pour vous ?",
    nothingToConfirm: "Il n'y a rien à confirmer pour le moment. Que puis-je faire pour vous ?",
    alreadyDone: (reference: string) => `C'est déjà enregistré, sous la référence ${reference}.`,
  },
  tone: {
    annoyed: 'Je comprends que ce soit agaçant.',
    distressed: "Ce que vous décrivez a l'air difficile. Vous pouvez demander une personne à tout moment.",
    inDanger:
      "Ce que vous écrivez est important, et je suis un programme : une personne doit vous lire. Si l'urgence est immédiate, appelez les secours ou quelqu'un près de vous. Votre message est prêt à partir :",
    insulted: "Je vais m'en tenir à votre demande.",
    insultedAsk: "Je vais m'en tenir à votre demande. Que vous faut-il ?",
  },
  answer: {
    helped: "Ça m'a aidé",
    notHelped: 'Pas vraiment',
    gladToHelp: 'Tant mieux. Autre chose ?',
    nextBest: 'Peut-être plutôt ceci :',
    toPerson: "Je n'ai pas de meilleure réponse. Je peux transmettre votre demande à une personne.",
    noArticle: (title: string) =>
      `Vous me parlez de « ${title} ». Je n'ai pas encore de réponse sûre là-dessus. Je peux transmettre votre demande à une personne.`,
    second: (title: string) => `Vous m'avez aussi parlé de « ${title} ». On y vient ?`,
    secondYes: 'Oui, voir la réponse',
    factMissed: "Je n'ai pas reconnu votre réponse. Choisissez ce qui correspond :",
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
    orPerson: 'Sinon, une personne peut vous lire.',
    kept: 'Ce que vous aviez déjà rempli est gardé.',
    tooLarge: (name: string) =>
      `Le fichier « ${name} » dépasse 10 Mo : il n'a pas été reçu. Envoyez-en une version plus légère.`,
    forbiddenType: (name: string) =>
      `Le fichier « ${name} » n'est pas d'un type accepté. Envoyez une image, un PDF ou un document.`,
    unreadableFile: (name: string) =>
      `Le fichier « ${name} » n'a pas pu être lu. Pouvez-vous l'envoyer à nouveau ?`,
    quoted: (name: string) => `« ${name} »`,
    fileReceived: (names: string) => `J'ai bien reçu ${names} : je le joindrai à votre demande.`,
    maskedWhere:
      "Je ne sais pas où il se renseigne ici. Une personne peut vous le dire, sans qu'elle ait besoin du numéro.",
    masked:
      "J'ai masqué le numéro que vous avez écrit : un IBAN ou un numéro de sécurité sociale ne s'envoie jamais par message.",
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
