import type { AdminAdvisor, DeadlinesView, HoursView, TeamView } from './contract-admin';
import type { ReplyView } from './contract-tickets';
import type { AppointmentView, MessageView, SlotView, TicketSummary } from './contract';
import type { LiveView } from './contract-live';
import type { TrialView } from './contract-teaching';
import { API_FAULTS_EN } from './errors.en';
import type { ApiLanguage } from './language';

/** Everything that this API refuses, with its status and what the advisor is told to do; errors.en.ts says it in English. One look tells what can go wrong. */
export const API_FAULTS = {
  'signed-out': {
    status: 401,
    message: 'Votre session est terminée. Reconnectez-vous avec un nouveau lien.',
  },
  'foreign-origin': { status: 403, message: 'Cette action ne vient pas de Guichet. Rechargez la page.' },
  'not-json': { status: 415, message: 'Cette action doit être envoyée en JSON. Rechargez la page.' },
  'malformed-json': {
    status: 400,
    message: 'Le message reçu est illisible. Rechargez la page et recommencez.',
  },
  'body-too-large': {
    status: 413,
    message: 'Ce texte est trop long. Raccourcissez-le ou envoyez-le en deux fois.',
  },
  invalid: { status: 400, message: 'La demande est incomplète ou mal formée.' },
  'not-found': { status: 404, message: 'Introuvable. L’élément n’existe pas ou n’est pas de vos guichets.' },
  'admins-only': { status: 403, message: 'Seule l’administration de Guichet peut faire ceci.' },
  conflict: {
    status: 409,
    message: 'Quelqu’un vient de modifier cette demande. Voici son état actuel : vérifiez, puis recommencez.',
  },
  'transition-refused': {
    status: 409,
    message: 'La demande ne peut pas passer dans cet état. Voici son état actuel.',
  },
  'supervisors-only': {
    status: 403,
    message: 'Seuls les responsables du guichet peuvent modifier ceci.',
  },
  'unfilled-fields': {
    status: 422,
    message: 'Des champs ne sont pas remplis. Complétez-les, ou retirez-les, puis envoyez.',
  },
  'no-chat': {
    status: 422,
    message: 'Cette demande n’a pas de chat : rien ne peut y être envoyé de cette façon.',
  },
  'file-refused': {
    status: 422,
    message:
      'Ce type de fichier n’est pas accepté. Envoyez une image, un PDF, un document sans macros ou du texte.',
  },
  'file-too-large': { status: 413, message: 'Ce fichier dépasse 10 Mo.' },
  'unknown-topic': { status: 422, message: 'Ce sujet n’existe pas sur ce guichet. Choisissez-en un autre.' },
  'same-ticket': { status: 422, message: 'C’est la même demande. Choisissez-en une autre.' },
  'other-desk': { status: 422, message: 'Cette demande est d’un autre guichet. Choisissez-en une du même.' },
  'other-person': {
    status: 422,
    message:
      'Cette demande est d’une autre personne : les fusionner montrerait à l’une ce que l’autre a écrit. Liez-les plutôt.',
  },
  'target-over': {
    status: 409,
    message: 'La demande choisie est terminée : rien ne peut s’y poursuivre. Choisissez-en une en cours.',
  },
  'not-merged': { status: 409, message: 'Cette demande n’est plus fusionnée.' },
  'went-on': {
    status: 409,
    message: 'La fusion ne s’annule plus : quelque chose a été ajouté depuis.',
  },
  'reply-changed': {
    status: 409,
    message: 'Quelqu’un vient de modifier cette réponse. Voici sa version : vérifiez, puis recommencez.',
  },
  'unknown-fields': { status: 422, message: 'Ces champs n’existent pas.' },
  'title-taken': {
    status: 422,
    message: 'Une réponse de ce guichet porte déjà ce titre. Choisissez-en un autre.',
  },
  'assignee-not-of-desk': {
    status: 422,
    message: 'Cette personne ne travaille pas sur ce guichet. Choisissez quelqu’un du guichet.',
  },
  'coupon-already-rejected': {
    status: 409,
    message: 'Ce coupon a déjà été refusé, avec le motif suivant.',
  },
  'appointment-past': {
    status: 409,
    message: 'Ce rendez-vous a déjà commencé : il ne peut plus être changé.',
  },
  'appointment-cancelled': {
    status: 409,
    message: 'Ce rendez-vous est annulé : il ne peut plus être changé.',
  },
  'appointment-changed': {
    status: 409,
    message:
      'Ce rendez-vous vient d’être modifié. Voici son état actuel : vérifiez, puis recommencez si besoin.',
  },
  'appointment-by-phone': {
    status: 422,
    message: 'Ce rendez-vous se tient par téléphone : il n’a pas besoin de lien.',
  },
  'slot-past': { status: 422, message: 'Ce moment est déjà passé. Choisissez-en un autre.' },
  'slot-closed': {
    status: 422,
    message: 'Le guichet n’est pas ouvert à ce moment. Choisissez une demi-heure de ses horaires.',
  },
  'slot-taken': {
    status: 409,
    message: 'Ce créneau vient d’être pris, ou l’intervenant n’y est pas libre. Choisissez-en un autre.',
  },
  'wrong-password': { status: 422, message: 'Le mot de passe actuel n’est pas le bon.' },
  'password-too-short': { status: 422, message: 'Choisissez au moins 12 caractères.' },
  'password-too-long': { status: 422, message: 'Choisissez au plus 200 caractères.' },
  'password-too-plain': {
    status: 422,
    message: 'Ce mot de passe se devine. Prenez plusieurs mots sans lien entre eux, sans votre nom.',
  },
  'chat-held': {
    status: 409,
    message: 'Quelqu’un d’autre répond déjà dans ce chat.',
  },
  'chat-not-takeable': {
    status: 409,
    message: 'Ce chat ne peut pas être repris : la demande est terminée, ou n’a pas de chat personnel.',
  },
  'replied-meanwhile': {
    status: 409,
    message: 'Quelqu’un a répondu entre-temps. Rien n’a été envoyé : lisez sa réponse, puis décidez.',
  },
  'view-name-taken': {
    status: 422,
    message: 'Une de vos vues porte déjà ce nom. Choisissez-en un autre.',
  },
  'too-many-views': {
    status: 422,
    message: 'Vous avez déjà 30 vues enregistrées. Supprimez-en une pour en ajouter une autre.',
  },
  'too-many-streams': {
    status: 429,
    message: 'Guichet est déjà ouvert dans trop d’onglets. Fermez-en quelques-uns.',
  },
  'already-decided': {
    status: 409,
    message: 'Quelqu’un a déjà décidé pour cette phrase. Rechargez la page.',
  },
  'empty-phrase': {
    status: 422,
    message: 'Cette phrase ne contient aucun mot. Écrivez ce que la personne demandait.',
  },
  'phrase-known': { status: 422, message: 'Cette phrase est déjà apprise pour un autre sujet.' },
  worse: {
    status: 409,
    message:
      'Avec cette phrase, l’assistant comprend moins bien d’autres messages. Comparez avant de décider.',
  },
  'knowledge-read-only': {
    status: 422,
    message:
      'Le dossier des phrases est en lecture seule : demandez à qui administre le serveur de l’ouvrir.',
  },
  'setting-changed': {
    status: 409,
    message: 'Quelqu’un vient de modifier ceci. Voici sa version : vérifiez, puis recommencez si besoin.',
  },
  'not-yours': {
    status: 403,
    message:
      'Cette personne travaille aussi pour d’autres guichets que les vôtres, ou administre Guichet : demandez à l’administration.',
  },
  'not-yours-to-give': {
    status: 403,
    message: 'Vous ne pouvez donner que vos propres guichets, et pas le rôle d’administration.',
  },
  yourself: {
    status: 422,
    message: 'Vous ne pouvez pas vous retirer vos propres droits. Demandez-le à quelqu’un d’autre.',
  },
  'last-admin': {
    status: 422,
    message: 'C’est la dernière personne qui administre Guichet. Donnez d’abord ce rôle à quelqu’un d’autre.',
  },
  'no-desk': { status: 422, message: 'Choisissez au moins un guichet.' },
  'email-taken': { status: 422, message: 'Quelqu’un a déjà cette adresse. Cherchez-la dans la liste.' },
  'advisor-inactive': {
    status: 422,
    message: 'Cette personne n’est plus en service. Remettez-la d’abord en service.',
  },
  'wrong-period': {
    status: 422,
    message: 'Cette absence finit avant de commencer, ou est déjà passée. Vérifiez les dates.',
  },
  overlap: { status: 422, message: 'Une autre absence couvre déjà une partie de ces jours.' },
  'wrong-cover': {
    status: 422,
    message: 'Cette personne ne peut pas remplacer : choisissez quelqu’un d’un même guichet.',
  },
  'team-name-taken': {
    status: 422,
    message: 'Une équipe de ce guichet porte déjà ce nom. Choisissez-en un autre.',
  },
  'wrong-hours': {
    status: 422,
    message:
      'Ces horaires ne vont pas : chaque plage finit après son début, deux plages ne se croisent pas, et le guichet ouvre au moins une fois.',
  },
  'day-taken': {
    status: 422,
    message: 'Ce jour a déjà un horaire particulier. Retirez-le d’abord de la liste.',
  },
  'wrong-deadlines': {
    status: 422,
    message:
      'Ces délais ne vont pas : chacun dépasse zéro, on ne résout pas avant de répondre, et le plus urgent n’attend jamais davantage.',
  },
  internal: {
    status: 500,
    message: 'Une erreur est survenue ; rien n’a été modifié. Réessayez dans un instant.',
  },
} as const;

export type ApiFaultCode = keyof typeof API_FAULTS;

interface FaultDetail {
  /** Which field is wrong. */
  readonly detail?: string;
  /** What the call was about, as it is now. */
  readonly current?:
    TicketSummary | AppointmentView | ReplyView | AdminAdvisor | TeamView | HoursView | DeadlinesView;
  /** Who holds the chat. */
  readonly hold?: LiveView['hold'];
  /** What others have replied. */
  readonly replies?: readonly MessageView[];
  /** What a phrase would change. */
  readonly trial?: TrialView;
  /** Free times near the one that was taken. */
  readonly nearest?: readonly SlotView[];
}

/** A call that is refused. */
export class ApiFault extends Error {
  constructor(
    readonly code: ApiFaultCode,
    readonly more: FaultDetail = {},
  ) {
    super(code);
    this.name = 'ApiFault';
  }

  get status(): number {
    return API_FAULTS[this.code].status;
  }

  /** The answer's body. */
  body(language: ApiLanguage): { error: { code: string; message: string } } & Omit<FaultDetail, 'detail'> {
    const message = language === 'en' ? API_FAULTS_EN[this.code] : API_FAULTS[this.code].message;
    const { detail, current, nearest, hold, replies, trial } = this.more;
    return {
      error: { code: this.code, message: detail === undefined ? message : `${message} (${detail})` },
      ...(current && { current }),
      ...(nearest && { nearest }),
      ...(hold && { hold }),
      ...(replies && { replies }),
      ...(trial && { trial }),
    };
  }
}
