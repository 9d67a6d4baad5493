import { REPORT_KINDS, type LessonReport, type ReportKind } from '../../data/reports/types';
import { asksHow, asksSomething } from '../answer/question';
import type { FormStack } from '../form/bridge';
import { openForm } from '../forms';
import type { Choice } from '../reply';
import { humanChoice, metaFor, say } from '../replies';
import type { Outcome, Scene } from '../scene';
import type { ConversationState } from '../state';
import { fold, wordCount } from '../text/fold';
import { loadReportEnv, REPORT_TOPIC } from './dialog';
import { dueAssignments, type ReportEnv } from './form';
import { notDue } from './words';

const REPORT = /\b(?:bilans?|compte rendu|comptes rendus|report)\b/;
const ORDERS =
  /\b(?:(?:je|j) ?(?:veux|voudrais|souhaite|aimerais|vais|dois|peux|fais|remplis|commence|reprends|continue)|on (?:fait|remplit|reprend)|faire|fais|remplir|remplis|completer|saisir|commencer|reprendre|continuer|terminer|finir|ecrire|rediger|i (?:want|would like|need)|fill|write|do|start)\b/;
const TELLS_TROUBLE =
  /\b(?:impossible|arrive pas|arrive plus|marche pas|marche plus|bloqu\w*|apparait pas|apparait plus|affiche pas|trouve pas|disparu\w*|perdu\w*|erreur|tromp\w*|bug\w*|refus\w*|envoye|envoyer|oubli\w*|valide pas|enregistre pas|competences?|comptable|orientation|appointment|rdv|rendez vous)\b/;
/** "Bilan de fin Jules": without a verb, as somebody in a hurry writes. */
const SHORT_ORDER_WORDS = 6;

/** Whether a message asks to write a report now, rather than asking about reports or telling of trouble with one. */
export async function opensReport(scene: Scene): Promise<boolean> {
  const { turn } = scene;
  if (turn.desk !== 'abc' || turn.action !== null || turn.text === '') return false;
  const folded = fold(turn.text);
  if (!REPORT.test(folded) || asksHow(turn.text) || asksSomething(turn.text)) return false;
  if (TELLS_TROUBLE.test(folded)) return false;
  if (ORDERS.test(folded)) return true;
  if (wordCount(turn.text) > SHORT_ORDER_WORDS) return false;
  const assignments = await scene.records.assignments();
  const named = scene.knowledge.matchNames(turn.text, assignments, ({ pupil, family }) => [pupil, family]);
  return named.length > 0 || /\b(?:debut|fin|premier cours|final)\b/.test(folded);
}

/** Opens the report form; says why where there is nothing to write. */
export async function openReportForm(
  scene: Scene,
  forms: FormStack,
  state: ConversationState,
  start: { readonly text?: string; readonly assignmentId?: string; readonly kind?: ReportKind } = {},
): Promise<Outcome> {
  const { turn, words } = scene;
  const stay = (text: string, choices: readonly Choice[]): Outcome => ({
    state: { ...state, misunderstood: 0 },
    replies: [say(text, choices, metaFor('answer', REPORT_TOPIC))],
  });
  if (turn.desk !== 'abc' || turn.person === null)
    return stay(words.report.notSignedIn, [humanChoice(scene)]);
  const env = await loadReportEnv(scene);
  const { assignmentId, kind, text } = start;
  const chosen = assignmentId !== undefined && kind !== undefined ? { assignmentId, kind } : null;
  const isDone = (one: LessonReport): boolean =>
    one.assignmentId === assignmentId && one.kind === kind && one.status === 'done';
  if (kind !== undefined && env.reports.some(isDone)) {
    return stay(words.report.doneAlready(words.report.kinds[kind]), []);
  }
  if (chosen === null && dueAssignments(env).length === 0) {
    const lines = env.assignments.map(({ record }) => notDue(env, record.id, scene));
    const createRequest: Choice = {
      label: words.common.createRequest,
      action: { type: 'start-form', form: 'ticket', topicId: REPORT_TOPIC },
    };
    return stay([words.report.noneDue, ...lines].join('\n'), [createRequest, humanChoice(scene)]);
  }
  if (chosen !== null) return openForm(forms, scene, state, 'report', { seed: chosen });
  const values: Readonly<Record<string, string>> = namesNobody(scene, env, text ?? '')
    ? { assignment: UNKNOWN_PUPIL }
    : {};
  return openForm(forms, scene, state, 'report', { text, values });
}

/** A pupil who is none of hers: refused by the form, which then asks which one is meant. */
const UNKNOWN_PUPIL = 'unknown';
const REPORT_OF =
  /\b(?:bilan|rendu|report)(?: de (?:debut|fin|premier cours|fin de mission|mission))? (?:de|d|pour|avec|of|for) (?:l )?(\w+)/;
const NO_NAME =
  /^(?:debut|fin|premier|premiere|1er|mission|missions|cours|mi|la|le|les|ma|mon|mes|un|une|eleve|famille|demarrage|depart|notre|my|the|a)$/;

/** "Le bilan de Zoé", and none of hers is called Zoé: another pupil's report must not be opened for it. */
function namesNobody(scene: Scene, env: ReportEnv, text: string): boolean {
  const name = REPORT_OF.exec(fold(text))?.[1];
  if (name === undefined || NO_NAME.test(name)) return false;
  return scene.knowledge.matchNames(text, env.assignments, ({ names }) => names).length === 0;
}

/** The button that puts a report off. */
export const REPORT_LATER = 'report-later';

/** The button that opens a report. */
export const reportChoice = (label: string, assignmentId: string, kind: ReportKind): Choice => ({
  label,
  action: { type: 'choose', value: `open-report:${assignmentId}:${kind}` },
  primary: true,
});

/** Reads that button back; null when it is another one. */
export function readReportButton(
  value: string,
): { readonly assignmentId: string; readonly kind: ReportKind } | null {
  const [, assignmentId, said] = /^open-report:(.+):(start|end)$/.exec(value) ?? [];
  const kind = REPORT_KINDS.find((one) => one === said);
  return assignmentId === undefined || kind === undefined ? null : { assignmentId, kind };
}
