import type { Facts, FactValue } from '../../knowledge/types';
import type { Scene } from '../scene';
import { sessionDayTold } from '../session/session-day';
import { fold, wordCount } from '../text/fold';

/** What she has said in her first words already, so that it is not asked again. Only plain statements are read; a doubt is asked. */
export async function toldFacts(scene: Scene, topicId: string, text: string, records: Facts): Promise<Facts> {
  const topic = topicId.slice(topicId.indexOf('.') + 1);
  const folded = fold(text);
  switch (topic) {
    case 'transfer':
      return known('student_told', studentsTold(folded));
    case 'pause':
      return known('students_told', studentsTold(folded));
    case 'stop':
      return { ...known('students_told', studentsTold(folded)), ...known('for_good', forGood(folded)) };
    case 'student-absent':
      return scene.turn.desk === 'oc-coach'
        ? known('attempts', attempts(folded))
        : absences(folded, records['student.absences_in_a_row'] ?? null);
    case 'student-behind':
      return known('alert_case', alertCase(folded));
    case 'session-planning':
      return known('session.date', await sessionDayTold(scene, text, 'future'));
    case 'session-completion':
      return known('fields_filled', fieldsFilled(folded));
    case 'session-correction':
      return {
        ...known('error_kind', errorKind(folded, scene.turn.desk)),
        ...known('session.date', await sessionDayTold(scene, text, 'past')),
      };
    default:
      return {};
  }
}

const known = (name: string, value: FactValue): Facts => (value === null ? {} : { [name]: value });

const NOT_TOLD =
  /\b(?:pas (?:encore |tous )?(?:au courant|prevenue?s?|informee?s?)|pas (?:encore )?(?:dit|prevenu|informe|annonce)|(?:est|sont) pas (?:encore )?(?:au courant|prevenue?s?)|(?:le |l )?(?:sait|savent) pas|(?:without|not|hasn t|haven t|didn t) (?:\w+ ){0,2}(?:told|tell|know)|doesn t know)\b/;
const TOLD =
  /\b(?:(?:est|sont|sont tous|a ete|ont ete|deja|bien) (?:au courant|prevenue?s?|informee?s?)|(?:ai|avons|j ai) (?:deja |bien )?(?:prevenu|informe|dit|averti)|(?:le|la|les|l) (?:ai|avons) (?:deja |bien )?(?:prevenue?s?|informee?s?|dit|avertie?s?)|prevenue?s? (?:hier|aujourd hui|ce matin|la semaine)|(?:have|has been|already) (?:\w+ )?(?:told|informed)|knows? about it|(?:viens|vient) de (?:le |la |lui |les |leur )*(?:dire|prevenir|informer|annoncer|parler)|just told (?:him|her|them))\b/;

const studentsTold = (folded: string): boolean | null =>
  NOT_TOLD.test(folded) ? false : TOLD.test(folded) ? true : null;

const forGood = (folded: string): boolean | null => {
  if (/\b(?:temporaire\w*|quelques (?:semaines|mois)|le temps de|provisoire\w*|temporar\w*)\b/.test(folded))
    return false;
  return /\b(?:definiti\w*|pour de bon|pour toujours|demission\w*|for good|permanently|resign\w*)\b/.test(
    folded,
  )
    ? true
    : null;
};

const NUMBERS: Readonly<Record<string, number>> = {
  une: 1,
  un: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
};
const NUMBER = '(\\d{1,2}|une?|deux|trois|quatre|cinq|six|two|three|four|five)';
const ORDINAL = '(?:(\\d)(?:e|eme|ieme|rd|th)|(deuxieme|seconde|troisieme|quatrieme|second|third|fourth))';
const ORDINALS: Readonly<Record<string, number>> = {
  deuxieme: 2,
  seconde: 2,
  second: 2,
  troisieme: 3,
  third: 3,
  quatrieme: 4,
  fourth: 4,
};

/** How often something was, by a number before what is counted. */
function counted(folded: string, what: string): number | null {
  const cardinal = new RegExp(`\\b${NUMBER} (?:\\w+ )?(?:${what})\\b`).exec(folded)?.[1];
  if (cardinal !== undefined) return NUMBERS[cardinal] ?? Number(cardinal);
  const ordinal = new RegExp(`\\b${ORDINAL} (?:\\w+ )?(?:${what})\\b`).exec(folded);
  if (ordinal === null) return null;
  return ordinal[1] === undefined ? (ORDINALS[ordinal[2] ?? ''] ?? null) : Number(ordinal[1]);
}

const TRIES =
  'fois|relances?|mails?|emails?|messages?|sms|appels?|tentatives?|contacts?|times|attempts?|e mails?|calls?';
const MOST_ATTEMPTS = 3;

/** Fact C017: three attempts; more than three count as three. */
function attempts(folded: string): number | null {
  if (
    !/\b(?:relanc\w*|contact\w*|ecrit|appel\w*|mails?|messages?|sms|fois|tent\w*|tried|wrote|called|times)\b/.test(
      folded,
    )
  )
    return null;
  const count = counted(folded, TRIES);
  return count === null ? null : Math.min(count, MOST_ATTEMPTS);
}

const MISSED =
  'absences?|absents?|sessions? (?:manquees?|ratees?|loupees?)|lapins?|no shows?|missed sessions?';
const CANCELLED = /\b(?:annul\w*|decommand\w*|cancel\w*)\b/;
const IN_A_ROW = 'fois (?:de suite|d affilee|consecutives?)|times in a row';

const JUSTIFIED = /\b(?:justifiee?s?|certificat medical|arret maladie|mot d excuse|excused|justified)\b/;
const NOT_JUSTIFIED =
  /\b(?:pas|jamais|sans|non|aucune?|not|in|un) (?:\w+ )?(?:justif\w*|excused)\b|\binjustif\w*|\bjustifi(?:er|e t il)\b|\bdoit\b/;

/**
 * Fact M032. Her records may be a session behind: the higher count holds. Dates and justification in the records are then not the whole
 * story, so they are asked.
 */
function absences(folded: string, recorded: FactValue): Facts {
  // Facts M033, M034: only unjustified absences count.
  if (JUSTIFIED.test(folded) && !NOT_JUSTIFIED.test(folded)) return { 'student.absences_in_a_row': 0 };
  const said = counted(folded, `${MISSED}|${IN_A_ROW}`);
  if (said === null || said > 20) return {};
  // Fact M026: cancellations are counted for themselves.
  if (CANCELLED.test(folded)) return { 'student.cancellations_in_a_row': said };
  if (typeof recorded === 'number' && recorded >= said) return {};
  return {
    'student.absences_in_a_row': said,
    'student.absence_dates': null,
    'student.justified': null,
    'student.last_absence_on': null,
    'student.justification_until': null,
  };
}

/** Facts M024-M026, M028: the four cases to be told at once, where her words are plainly one of them. */
const ALERTS: readonly (readonly [string, RegExp])[] = [
  [
    "risque d'abandon",
    /\b(?:abandonn\w*|tout (?:arreter|lacher|plaquer)|arreter (?:la|sa) formation|quitter (?:la|sa) formation|veut arreter|parle d arreter|drop(?:ping)? out|quit)\b/,
  ],
  [
    'session non planifiée',
    /\b(?:(?:pas|rien|aucune?) (?:\w+ ){0,3}(?:session|rdv|planifiee?|seance)s?(?: \w+){0,3} (?:cette|la|de la) semaine|session (?:de la semaine|hebdo\w*) (?:pas|non) planifiee?|no session (?:\w+ ){0,2}this week)\b/,
  ],
  [
    'annulations ou absences',
    /\b(?:annule\w* (?:encore|toujours|sans arret|tout le temps|a chaque fois|pour la)|(?:encore|toujours|sans arret|tout le temps) (?:\w+ ){0,2}annul\w*|annulations? (?:repetees?|a repetition)|(?:deux|trois|2|3|4) annulations|keeps cancell?ing)\b/,
  ],
  [
    'retard très inquiétant',
    /\b(?:retard (?:tres |vraiment |hyper )?(?:inquietant|enorme|grave)|(?:tres|vraiment|hyper|super) inquiet\w*|retard\b.*\binquiet\w*|worr(?:ied|ying))\b/,
  ],
];

/**
 * Where her words are one of the cases to be told at once, that is what she is shown, although they also speak of an absence: "pas de rdv
 * avec Maya cette semaine".
 */
export function urgentTopic(topicId: string, text: string): string {
  if (topicId !== 'oc-mentor.student-absent') return topicId;
  const alert = alertCase(fold(text));
  return alert === null || alert === 'annulations ou absences' ? topicId : 'oc-mentor.student-behind';
}

function alertCase(folded: string): string | null {
  const said = ALERTS.filter(([, pattern]) => pattern.test(folded)).map(([name]) => name);
  const [only, ...others] = said;
  return only === undefined || others.length > 0 ? null : only;
}

const fieldsFilled = (folded: string): boolean | null => {
  if (
    /\b(?:tous? (?:les )?champs?|tout|all (?:the )?fields) (?:\w+ ){0,3}(?:remplis?|rempli|complets?|filled|bon|ok)\b|\bj ai (?:bien )?tout (?:bien )?rempli\b|\bfilled (?:in |out )?everything\b/.test(
      folded,
    )
  )
    return !/\b(?:pas|not) (?:\w+ )?(?:remplis?|rempli|tous)\b/.test(folded);
  return null;
};

const errorKind = (folded: string, desk: string): FactValue => {
  const report =
    /\b(?:compte rendu|cr|pourcentage|progression|report|percentage|avancement|commentaire)\b/.test(folded);
  const status = /\b(?:projet|statut|status|project|absent|present|annulee?)\b/.test(folded);
  // Both, or neither: it is asked.
  if (report === status) return null;
  return report ? 'compte-rendu' : desk === 'oc-coach' ? 'statut' : 'projet ou statut';
};

/** What is said of a request, not asked beside it: "je refuse", "je valide pas ça", "c'est abusé". */
const REMARK =
  /^(?:et |mais |donc |alors )*(?:je|j|c|ca|cela|on|i|it)\b.*\b(?:ca|cela|refuse|accepte pas|valide pas|marre|abuse|abusif|normal|inadmissible|inacceptable|d accord|honte|honteux|penible|relou|this|that|unacceptable)\b/;
const MOST_WORDS_OF_A_REMARK = 6;

const CLAUSE = /[^,;.!?]+[,;.!?]*/g;

/**
 * A message without the clauses that only answer a question of its topic ("mes étudiants sont prévenus", "j'ai tout rempli") or remark on
 * it ("je refuse"): they are no second request. The message as it is where nothing else would be left.
 */
export function withoutToldClauses(text: string): string {
  const clauses = text.match(CLAUSE) ?? [text];
  const rest = clauses.filter((clause) => {
    const folded = fold(clause);
    if (wordCount(clause) <= MOST_WORDS_OF_A_REMARK && REMARK.test(folded)) return false;
    return studentsTold(folded) === null && fieldsFilled(folded) === null;
  });
  return rest.length === 0 ? text : rest.join('').trim();
}
