import { asksHow } from '../answer/question';
import type { FormStack } from '../form/bridge';
import { openForm } from '../forms';
import { isOneOfSeveral } from '../replies';
import type { Outcome, Scene } from '../scene';
import type { ConversationState } from '../state';
import { fold } from '../text/fold';
import { openTicketForm } from '../ticket/hand-over';
import { APPOINTMENT_TOPIC, notSignedIn } from './dialog';
import { namesAppointment } from './form';
import { readWishes } from './read-wish';

const ORDERS =
  /\b(?:prendre|reserver|fixer|caler|poser|avoir|obtenir|programmer|organiser|demander|je (?:veux|voudrais|souhaite|souhaiterais)|j aimerais|il me fau(?:t|drait)|besoin d un|possible d avoir|book|schedule|make|arrange|i want|i d like|i would like|need an?)\b/;
const TO_TALK_ABOUT =
  /\b(?:pour (?:parler|discuter|echanger|faire le point)|au sujet d|a propos d|concernant|to (?:talk|speak) about|about|regarding|pour (?:le|la|les|l|un|une|mon|ma|mes|des) (?!semaine|journee|matin|apres|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mois|debut|fin|prochain|suite|plus|\d))/;
/** Sessions with a student are called appointments too; so are appointments that exist already. */
const OTHER_SENSE =
  /\b(?:etudiant\w*|eleve\w*|student\w*|rate|manque|venu\w*|absent\w*|annul\w*|deplac\w*|report\w*|mon rdv|mon rendez vous|my appointment)\b/;

/** Surer than this, a message that names an appointment is about another topic. */
const OTHER_TOPIC_CONFIDENCE = 0.94;

/**
 * Whether a message asks for an appointment now, rather than how one is made. Only desk abc books them (facts A053, A054): the sources know
 * of none for the others, where the wish is passed on to a person.
 */
export function opensAppointment(scene: Scene): boolean {
  const { text, desk } = scene.turn;
  if (text === '' || asksHow(text)) return false;
  const folded = fold(text);
  const understood = scene.understanding();
  const top = understood.topics[0];
  if (OTHER_SENSE.test(folded) || !namesAppointment(text)) return false;
  // What she wants to talk about is no second request.
  if (isOneOfSeveral(scene, APPOINTMENT_TOPIC) && !TO_TALK_ABOUT.test(folded)) return false;
  // "Je voudrais un rendez-vous" is an order whatever topic its words resemble.
  const orders = ORDERS.test(folded);
  const isOther =
    !orders &&
    understood.decision === 'answer' &&
    top !== undefined &&
    top.id !== APPOINTMENT_TOPIC &&
    top.confidence >= OTHER_TOPIC_CONFIDENCE;
  if (isOther) return false;
  return (
    orders ||
    saysTime(scene) ||
    (desk === 'abc' && top?.id === APPOINTMENT_TOPIC && folded.split(' ').length <= 3)
  );
}

function saysTime({ turn, zone, knowledge }: Scene): boolean {
  const env = {
    now: turn.now,
    zone,
    readTimes: knowledge.readTimes.bind(knowledge),
    matchNames: knowledge.matchNames.bind(knowledge),
    advisors: [],
    ownAdvisorId: null,
  };
  return readWishes(turn.text, env, null) !== null;
}

/** Opens the appointment form; elsewhere than on desk abc the wish goes to a person. */
export async function openAppointmentForm(
  scene: Scene,
  forms: FormStack,
  state: ConversationState,
  text?: string,
): Promise<Outcome> {
  if (scene.turn.desk !== 'abc') {
    // What was answered before is not what she wants to talk about, unless she says so in the same words.
    const alone = { ...state, shown: null, awaiting: null };
    return openTicketForm(scene, forms, alone, { intro: scene.words.appointment.otherDesk });
  }
  if (scene.turn.person === null) return { state, replies: [notSignedIn(scene)] };
  return openForm(forms, scene, state, 'appointment', { text });
}
