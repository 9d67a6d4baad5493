import type { Choice } from '../reply';
import type { Scene } from '../scene';
import { fold, wordCount } from '../text/fold';

/** The three things that can be blocked about a session, each with an answer of its own. */
export const SESSION_ACTS = ['planning', 'completion', 'correction'] as const;
export type SessionAct = (typeof SESSION_ACTS)[number];

const SESSION = /\b(?:sessions?|seances?|cours|compte rendu|meeting)\b/;
const BLOCKED =
  /\b(?:bloqu\w*|blocage|bug\w*|impossible|marche (?:pas|plus)|fonctionne (?:pas|plus)|(?:arriv\w*|peu[xt]?|pouvoir|reussi\w*|parvien\w*) (?:pas|plus)|plante\w*|probleme|souci|pb|erreur|refus\w*|coince\w*|grise\w*|ca passe pas|passe (?:pas|plus)|stuck|blocked|doesn t work|not working|can t|cannot|won t)\b/;
const ACT: Readonly<Record<SessionAct, RegExp>> = {
  planning:
    /\b(?:planif\w*|programm\w*|reserv\w*|fixer|caler|poser|creer|ajouter|crenau\w*|creneaux?|agenda|calendrier|schedul\w*|plan|book\w*)\b/,
  completion:
    /\b(?:complet\w*|valider|cloturer|terminer|remplir|finaliser|enregistrer|renseigner|champs?|complete|fill|submit|validate)\b/,
  correction:
    /\b(?:corrig\w*|modifi\w*|changer|rectifi\w*|trompee?s?|mauvais\w*|deja validee?|validee par erreur|fix|correct|change|wrong)\b/,
};

/** What of a session a text plainly speaks of; null: nothing, or more than one thing. */
export function sessionAct(text: string): SessionAct | null {
  const folded = fold(text);
  const said = SESSION_ACTS.filter((act) => ACT[act].test(folded));
  const [only, ...others] = said;
  return only === undefined || others.length > 0 ? null : only;
}

/** Whether a message says that a session is blocked, and not what was to be done with it. */
export const isSessionBlocked = (text: string): boolean => {
  const folded = fold(text);
  return SESSION.test(folded) && BLOCKED.test(folded) && SESSION_ACTS.every((act) => !ACT[act].test(folded));
};

const topicOf = (scene: Scene, act: SessionAct): string => `${scene.turn.desk}.session-${act}`;

/** The three as buttons. */
export const sessionActChoices = (scene: Scene): readonly Choice[] =>
  SESSION_ACTS.map((act) => ({
    label: scene.words.session[act],
    action: { type: 'show-topic', topicId: topicOf(scene, act) },
  }));

/** An answer in a few words to the question which of the three it is: its topic. */
export function answeredAct(scene: Scene): string | null {
  const pending = SESSION_ACTS.every((act) =>
    scene.state.offered.some(
      ({ action }) => action.type === 'show-topic' && action.topicId === topicOf(scene, act),
    ),
  );
  const act = pending && wordCount(scene.turn.text) <= MOST_WORDS ? sessionAct(scene.turn.text) : null;
  return act === null ? null : topicOf(scene, act);
}

const MOST_WORDS = 8;
