import type { DateExpr } from './expressions';
import type { Piece } from './grammar/scan';
import { has } from './grammar/words';
import type { Lexeme } from './lexer';

/** General statements: "je suis souvent libre le vendredi", "le jeudi je travaille de 9h à 17h", "le soir après 18h". What recurs has no start. */

/** The day recurs with these, whatever verb stands beside it. */
const FREQUENCY =
  /^(?:souvent|toujours|jamais|parfois|rarement|quelquefois|certains|ordinaire|habitude|general|generalement|regulierement|habituellement|normalement|principe|systematiquement|constamment|frequemment|usually|often|always|never|sometimes|normally|generally|rarely|typically|mostly)$/u;
/** "toujours pas reçu", "jamais payé", "never paid": what has not happened, no habit. */
const STILL =
  /^(?:pas|ok|bon|valable|d|possible|prevu|maintenu|rien|aucune?|en|sans|attente|paid|received|got|been|au)$/u;
/** "la plupart du temps", "à chaque fois", "most of the time". */
const OFTEN_PHRASE =
  /(?:^| )(?:la plupart du temps|chaque fois|toutes les fois|tout le temps|en principe|le plus souvent|du coup tous|most of the time|every time|on a regular basis|in general)(?: |$)/u;

const PRESENT =
  /^(?:travaille|travailles|bosse|bosses|garde|gardes|finis|finit|finissent|termine|termines|terminent|commence|commences|commencent|sors|sort|sortent|mange|manges|joue|joues|enseigne|repose|dors|dort|rentre|rentrent|reponds|repond|annule|annulent|oublie|oublient|fais|fait|faisons|font|vais|va|vont|c|est|suis|sont|sommes|ai|a|as|ont|avons|reste|prends|prend|nage|danse|entraine|dine|etudie|revise|deteste|adore|aime|evite|ferme|ferment|ouvre|ouvrent|work|works|teach|teaches|has|have|finish|finishes|start|starts|play|plays|is|are|am|re|s|m)$/u;
const AUXILIARY = /^(?:ai|a|as|ont|avons|avez|est|suis|sont|sommes|etes|has|have|had|ve)$/u;
/** "a annulé", "est venu", "as-tu reçu": something that happened; "elle a danse", "il a judo" are lessons of the week. */
const PARTICIPLE =
  /(?:e|ee|es|ees|i|is|it|ies|u|us|ue|ues|fait|faite|ert|aint|ed|been|got|had|gone|taught)$/u;
/** Too short for the ending to tell. */
const SHORT_PARTICIPLE = /^(?:eu|vu|lu|su|pu|bu|mis|ete|du|cru|fait|pris|dit)$/u;
const ACTIVITY =
  /^(?:danse|piscine|gym|gymnastique|musique|guitare|batterie|flute|harpe|chorale|theatre|escalade|natation|athle|athletisme|escrime|equitation|orthophoniste|catechisme|sieste|etude|orchestre|solfege|poterie|marre|une|de|le|la|les|libre|libres|disponible|disponibles|complique|compliquee|difficile|impossible|ferme|fermee|occupe|occupee|prise|pris|fatigue|fatiguee|indispo|indisponible|indisponibles|reserve|reservee|charge|chargee|creve|hs|lui|qui|tres|plus|puis|et|si)$/u;
/** What tells of one day, or asks for one. */
const ONE_TIME =
  /^(?:etait|etaient|avait|avaient|avais|etais|fut|sera|serai|serait|serais|aura|aurai|pourrait|pourrai|voudrais|souhaite|souhaiterais|aimerais|propose|reporter|decaler|annuler|deplacer|peut|peux|pouvez|pourrions|pourriez|prefere|preferes|preferais|veux|appele[rz]|rappele[rz]|appelez|can|was|were|did|taught|worked|had|will|would|could|shall|ll|rdv|rendez)$/u;
const BOUNDARY = ['dot', 'stop'] as const;

type Weekday = Extract<DateExpr, { kind: 'weekday' }>;
const isBareWeekday = (date: DateExpr | undefined): date is Weekday =>
  date?.kind === 'weekday' && date.which === 'bare' && date.weeks === 0;

/** The sentence around a place. */
function sentenceAround(input: readonly Lexeme[], piece: Piece): { from: number; to: number } {
  let [from, to] = [piece.from, piece.to];
  while (from > 0 && !has(input, from - 1, ...BOUNDARY)) from -= 1;
  while (to < input.length && !has(input, to, ...BOUNDARY)) to += 1;
  return { from, to };
}

/** "le vendredi", "le soir", "le week-end": with its article, and no date of the calendar beside it. */
function recursWithArticle(input: readonly Lexeme[], piece: Piece, dated: boolean): boolean {
  const first = input[piece.from]!;
  const article = first.text === 'le' || first.text === 'l' || first.text === 'la';
  // "le cours du jeudi"
  const ofDay = first.text === 'du' && isBareWeekday(piece.date);
  if (isBareWeekday(piece.date)) return article || ofDay;
  if (!article || has(input, piece.from - 1, 'in', 'during', 'weekday', 'relativeDay')) return false;
  if (piece.date?.kind === 'weekend') return piece.date.which === 'bare';
  return piece.date === undefined && piece.time?.kind === 'part' && !dated;
}

/** "ouvert du lundi au vendredi", "I teach Monday to Friday". */
const OPEN =
  /^(?:ouverts?|ouvertes?|ouvrez|ouvre|fermez|ferme|fermes|fermee|ouverture|fermeture|horaires?|permanences?|standard|accueil|secretariat|open|opening|closed)$/u;
const OPENING =
  /^(?:ouvert|ouverte|ouverts|ouvertes|ouverture|horaire|horaires|permanence|permanences|joignable|joignables|standard|accueil|secretariat|travaille|travaillons|bosse|open|opening|hours|teach|work|works)$/u;
const isOpening = (input: readonly Lexeme[], piece: Piece): boolean =>
  piece.date?.kind === 'range' &&
  isBareWeekday(piece.date.from) &&
  isBareWeekday(piece.date.to) &&
  input.some((found) => OPENING.test(found.text));

/** A verb in the present that tells no single event. */
function speaksGenerally(sentence: readonly Lexeme[]): boolean {
  let general = false;
  for (const [at, found] of sentence.entries()) {
    if (ONE_TIME.test(found.text)) return false;
    const next = [
      'pas',
      'bien',
      'deja',
      'encore',
      'toujours',
      'jamais',
      'ete',
      't',
      'il',
      'elle',
      'on',
    ].includes(sentence[at + 1]?.text ?? '')
      ? sentence[at + 2]
      : sentence[at + 1];
    const happened =
      AUXILIARY.test(found.text) &&
      // "c'est sacré"
      sentence[at - 1]?.text !== 'c' &&
      next !== undefined &&
      !ACTIVITY.test(next.text) &&
      (SHORT_PARTICIPLE.test(next.text) || (next.text.length > 3 && PARTICIPLE.test(next.text)));
    // "je vais être absent": soon.
    const soon = /^(?:vais|va|vont)$/u.test(found.text) && /(?:er|ir|re|oir)$/u.test(next?.text ?? '');
    if (happened || soon) return false;
    // "à 20h" has no verb.
    const isHour = found.text === 'a' && (next?.digits ?? 0) > 0;
    general ||= PRESENT.test(found.text) && !isHour;
  }
  return general;
}

const isFrequent = (sentence: readonly Lexeme[]): boolean =>
  sentence.some((found, at) => FREQUENCY.test(found.text) && !STILL.test(sentence[at + 1]?.text ?? '')) ||
  OFTEN_PHRASE.test(sentence.map((found) => found.text).join(' '));

/** "le soir après 18h" is any evening; "le soir à 20h", "plutôt le soir" name that of the day spoken of. */
const isBesideBound = (input: readonly Lexeme[], pieces: readonly Piece[], part: Piece): boolean =>
  pieces.some(
    (piece) =>
      piece !== part &&
      piece.time !== undefined &&
      (piece.bound !== undefined ||
        [piece.from, piece.from - 1].some((at) => has(input, at, 'after', 'before', 'fromOn'))),
  );

/** "I work Thursday from 9 to 5". */
const isWorked = (input: readonly Lexeme[], at: number): boolean =>
  /^(?:work|teach|works|teaches)$/u.test(input[at - 1]?.text ?? '');

/** "des cours le samedi", "libre le mercredi": any such day, where no hour and no lesson of one's own is named. */
const ANY_SUCH =
  /(?:^| )(?:(?:des|mes|les|plusieurs|quelques) (?:cours|eleves|heures|creneaux|missions|disponibilites|dispos)|cours particuliers|dispo|dispos|libre|libres|disponible|disponibles)$/u;
const isAnySuch = (input: readonly Lexeme[], pieces: readonly Piece[], piece: Piece): boolean =>
  isBareWeekday(piece.date) &&
  pieces.every((each) => each.time === undefined || each.time.kind === 'part') &&
  ANY_SUCH.test(
    input
      .slice(Math.max(0, piece.from - 3), piece.from)
      .map(({ text }) => text)
      .join(' '),
  );

const ENGLISH = /^(?:i|he|she|we|they|on|the|is|are|my|her|his)$/u;

/** What takes place at its hour every day: "le standard ferme à 18h", "il se couche à 22h", "le bus passe à 17h12". */
const DAILY =
  /^(?:couche|couchent|leve|levent|reveille|mange|mangent|dejeune|dine|dort|dorment|sort|sortent|finissent|finit|finis|commencent|commence|ferme|fermez|ferment|ouvre|ouvrez|ouvrent|ouverts?|ouvertes?|ouverture|fermeture|horaires?|passe|rentre|rentrent|goute|gouter|recreation|recre|pause|closes?|opens?|bedtime|sleeps|gets|leaves|toujours|normalement|habituellement|usually|always|normally)$/u;
/** "commencé à 14h", "fini à 16h": with nobody before it, a lesson that she tells of, whatever the accent. */
const TOLD = /^(?:commence|finis|finit|passe|rentre|sort)$/u;
/** "à 17h je suis en cours", "après 20h il est fatigué". */
const DAILY_BEHIND =
  /^(?:(?:je|il|elle|on|i|he|she) (?:ne )?(?:suis|est|dors|dort|mange|suit|sont|am|is|m|s|sleep|sleeps) )/u;

/** Whether an hour said without a day is that of what takes place every day. */
function isDailyHour(input: readonly Lexeme[], pieces: readonly Piece[]): boolean {
  if (pieces.some((piece) => piece.date !== undefined || piece.offset !== undefined)) return false;
  return pieces.some((piece) => {
    if (piece.time?.kind !== 'clock' && piece.time?.kind !== 'clock-range') return false;
    const { from } = sentenceAround(input, piece);
    const behind = input.slice(piece.to, piece.to + 3).map(({ text }) => `${text} `);
    const asked = input
      .slice(from, piece.from)
      .some((found) => ONE_TIME.test(found.text) || ASKED_NOW.test(found.text));
    return (
      !asked &&
      (input
        .slice(from, piece.from)
        .some(
          (found, at) =>
            DAILY.test(found.text) &&
            !(at === 0 && TOLD.test(found.text)) &&
            !AUXILIARY.test(input[from + at - 1]?.text ?? ''),
        ) ||
        DAILY_BEHIND.test(behind.join('')))
    );
  });
}

/** Whether what was read as a time is what recurs (`english`: weekdays have no article there). */
export function saysGenerally(input: readonly Lexeme[], pieces: readonly Piece[]): boolean {
  const dated = pieces.some((piece) => piece.date !== undefined);
  if (isDailyHour(input, pieces)) return true;
  return pieces.some((piece) => {
    if (isOpening(input, piece)) return true;
    const { from, to } = sentenceAround(input, piece);
    const sentence = input.slice(from, to);
    const withArticle = recursWithArticle(input, piece, dated);
    const inEnglish = isBareWeekday(piece.date) && sentence.some((found) => ENGLISH.test(found.text));
    if (!withArticle && !inEnglish) return false;
    if (isFrequent(sentence) && !sentence.some((found) => ONE_TIME.test(found.text))) return true;
    if (inEnglish && (has(input, piece.from - 1, 'article') || isWorked(input, piece.from))) return true;
    return (
      withArticle &&
      (sentence.some((found) => OPEN.test(found.text)) ||
        speaksGenerally(sentence) ||
        isAnySuch(input, pieces, piece) ||
        (piece.date === undefined && isBesideBound(input, pieces, piece)))
    );
  });
}

const ASKED_NOW =
  /^(?:appele[rz]?|rappele[rz]?|appelle|rappelle|rappel|dispo|dispos|disponible|libre|peux|peut|pouvez|pourrait|possible|veux|voudrais|urgent|urgence|besoin|faut|rdv|joindre|contacter|parler|discuter|cours|call|ring|talk|chat|free|available|can|help|need)$/u;
const MOST_WORDS_ASKING = 3;

/** "elle adore la chimie maintenant": nobody asks for that moment. */
export const speaksOfNowadays = (input: readonly Lexeme[], pieces: readonly Piece[]): boolean =>
  pieces.length === 1 &&
  pieces[0]!.offset === 0 &&
  has(input, pieces[0]!.from, 'now') &&
  input.length > MOST_WORDS_ASKING &&
  !input.some((found) => ASKED_NOW.test(found.text));
