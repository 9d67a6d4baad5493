import type { Entries } from './lexicon';
import { glue, part, spellings, unit } from './lexicon-entries';
import { FRENCH_FEASTS } from './lexicon-feasts';
import type { Roles } from './roles';

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const WEEKDAYS_SHORT = ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'];
const WEEKDAYS_MISTYPED = [
  'mrdi|mardie',
  'mrdi',
  'mercr|mecredi|mercerdi|merc',
  'jedi|jeud',
  'vend|vendr|vdr',
  'same di|smedi',
  'dimamche|dimanch|dimenche',
];
const MONTHS: readonly string[] = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet|juilet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];
const MONTHS_SHORT = [
  'jan|janv',
  'fev|fevr',
  'mars',
  'avr|avril',
  'mai',
  'jui',
  'juil|jui|juill',
  'aou',
  'sept|sep',
  'oct',
  'nov',
  'dec',
];
/** Months whose name means something else too: they count only beside a number, "en", "fin", "dernier"... */
const WEAK_MONTHS = new Set(['mars', 'avril', 'mai']);

function calendar(): Record<string, Roles> {
  const entries: Record<string, Roles> = {};
  const add = (texts: string, roles: Roles) => {
    for (const text of texts.split('|')) entries[text] = { ...entries[text], ...roles };
  };
  WEEKDAYS.forEach((name, index) => {
    add(name, { weekday: index + 1 });
    add(`${name}s`, { weekdays: index + 1 });
    add(WEEKDAYS_SHORT[index]!, { weekdayShort: index + 1 });
    add(
      WEEKDAYS_MISTYPED[index]!.split('|')
        .filter((text) => !text.includes(' '))
        .join('|'),
      {
        weekday: index + 1,
      },
    );
  });
  MONTHS.forEach((names, index) => {
    add(names, WEAK_MONTHS.has(names) ? { monthShort: index + 1 } : { month: index + 1 });
    add(MONTHS_SHORT[index]!, { monthShort: index + 1 });
  });
  return entries;
}

/** Mistyped forms that must not be overlooked: read as "hier", "avan hier" would be a day's pay. */
const HIER = 'hier|heir|hiier|hyer|ier|yer|hiere|hie|hiers';
const DEMAIN =
  'demain|dem|dmn|demn|dema|2mn|2min|2 m|dmain|demin|2main|2 main|2m1|2 m 1|dem1|dmin|demains|demai|deamin|demian|demein';
const AVANT = 'avant|avan|avnt|avt|av|avent|avans|avat|vant|avants';
const APRES = 'apres|apre|aprs|apr|ap|aps|apes|apes|apress|arpes|apers|pres|aprest';

/** The afternoon, also after "d'": "en fin d'après-midi". */
const AFTERNOON = ['', 'd ']
  .flatMap((lead) =>
    [...pairs(APRES, 'midi|mid|midis').split('|'), 'aprem', 'aprm', 'apm', 'aprems', 'apres m'].map(
      (text) => lead + text,
    ),
  )
  .join('|');

/** Every pair of a word of one list and one of the other, apart and written as one. */
function pairs(first: string, second: string): string {
  return first
    .split('|')
    .flatMap((a) => second.split('|').flatMap((b) => [`${a} ${b}`, `${a}${b}`]))
    .filter((text) => !/^[a-z]+2|^.*2 m/u.test(text) || text.includes(' '))
    .join('|');
}

/** The same after "d'", which with "avant" or "après" alone would say another thing. */
const ofToo = (texts: string): string =>
  texts
    .split('|')
    .flatMap((text) => [text, `d ${text}`])
    .join('|');

/** School holidays are not known: the feast or the month in their name is not their date. */
const SCHOOL_HOLIDAYS = ['vacances', 'les vacances', 'conges', 'vacs', 'vac']
  .flatMap((word) =>
    'de noel|noel|de la toussaint|de toussaint|toussaint|de paques|paques|de fevrier|fevrier|d hiver|de printemps|du printemps|d avril|d ete|scolaires|de fin d annee|de pentecote|de l ascension|d octobre|de mai'
      .split('|')
      .map((name) => `${word} ${name}`),
  )
  .join('|');

/** The words of French time expressions, with their common slips. */
export const FRENCH: readonly Entries[] = [
  calendar(),
  spellings(
    'aujourdhui|aujourd hui|ajd|aujh|ajdui|aujdui|ajdh|auj|aujd|ojd|ojourdhui|ajourd hui|aujord hui|aujour hui|aujoud hui|aujd hui|ojourd hui|aujourd huit|aujourdh hui|aujrd hui|aujourdui|ce jour|ajrd',
    {
      relativeDay: 0,
    },
  ),
  spellings(HIER, { relativeDay: -1 }),
  spellings(ofToo(pairs(AVANT, HIER)), { relativeDay: -2 }),
  spellings(ofToo(pairs('avant|avan|avt', pairs('avant|avan|avt', HIER))), { relativeDay: -3 }),
  spellings(DEMAIN, { relativeDay: 1 }),
  spellings(ofToo(pairs(APRES, DEMAIN)), { relativeDay: 2 }),
  spellings('ap2m|ap 2m|apr2m|ap2main|ap2min|apdm|aprdm|aprdem|apredem|apresdem|apdmn|apdem|adem', {
    relativeDay: 2,
  }),
  spellings(ofToo(pairs('apres|apre|apr', pairs('apres|apre|apr', DEMAIN))), { relativeDay: 3 }),
  spellings('veille|jour d avant|jour precedent', { eve: -1 }),
  { 'avant veille': { eve: -2 } },
  spellings('lendemain|jour d apres|jour suivant|jour apres', { eve: 1 }),
  { surlendemain: { eve: 2 } },
  spellings('minute|minutes|min|mins|mn|mns|minut', unit('minute')),
  spellings('seconde|secondes|sec', unit('second')),
  spellings('jour|jours|jrs|jr|j|journees', unit('day')),
  spellings('semaine|semaines|sem|smaine|sm|huitaine', unit('week')),
  spellings('quinzaine', unit('fortnight')),
  { trimestre: { term: 3, counted: 0 }, semestre: { term: 6, counted: 0 } },
  spellings('mois', unit('month')),
  spellings('an|ans|annee|annees', unit('year')),
  { h: { hour: 0 } },
  spellings('heure|heures|hrs|hr|heur|heurs|hre|hres|eure|eures', { hour: 1, unit: 1 }),
  spellings('matin|matinee|mat|matain|mtin|matins|mattin', part('morning')),
  spellings(AFTERNOON, part('afternoon')),
  spellings('soir|soiree|soire|swar|soar|soirs|soirees', part('evening')),
  spellings('nuit', part('night')),
  spellings('journee', part('daytime')),
  spellings(
    'pause dejeuner|ma pause dejeuner|pause dej|ma pause dej|heure du dejeuner|heure du dej|pause de midi|ma pause de midi|pause midi|ma pause midi|pause meridienne|heure du midi|dejeuner|entre midi et deux|entre 12 et deux',
    part('lunch'),
  ),
  spellings('week end|weekend|we|wk|wkd|week ends|weekends', { weekend: 0 }),
  spellings('midi|mdi', { noon: 0 }),
  { minuit: { midnight: 0 } },
  spellings(
    'prochain|prochaine|prochains|prochaines|proch|suivant|suivante|suivants|suivantes|qui vient|qui arrive|qui suit|d apres|a venir|qui viennent|pro',
    { next: 0 },
  ),
  spellings(
    'celle d apres|celui d apres|celle qui suit|celui qui suit|celle qui vient apres|celle apres|celui apres',
    { next: 0 },
  ),
  spellings(
    'dernier|derniere|derniers|dernieres|passe|passee|passes|passees|precedent|precedente|precedents|precedentes|d avant|der|dernierre',
    { last: 0 },
  ),
  spellings('ce|cet|cette|cett|ct|c', { this: 0 }),
  spellings('il y a|y a|ya|il ya|i l y a|il y as|ilya|ily a|il ya|voici|voila|ca fait|cela fait', { ago: 0 }),
  spellings('plus tot|auparavant|avant aujourd hui', { agoAfter: -1 }),
  spellings('plus tard', { vague: 0, agoAfter: 1 }),
  spellings('dans|ds|sous|d ici a', { in: 0 }),
  { en: { en: 0 } },
  { a: { at: 0 } },
  spellings('vers|aux environs de|aux alentours de|autour de|environ|env|sur les coups de|vers les', {
    about: 0,
    filler: 0,
  }),
  spellings(
    'tout juste|exactement|deja|a peine|presque|quasiment|genre|normalement|svp|peut etre|a peu pres|juste|precises|pile|tapantes',
    {
      filler: 0,
    },
  ),
  spellings('a partir de|apartir de|apartir|a compter de|a compter|des|a partir', {
    fromOn: 0,
  }),
  spellings('depuis|depui|dps', { since: 0 }),
  spellings('avant|avt', { before: 0 }),
  spellings('au plus tard|pas apres|pas plus tard que|pas plus tard', { before: 0, atMost: 0 }),
  spellings('max|maxi|maximum|grand max|grand maximum|dernier delai|derniere limite|dernier carat', {
    atMost: 0,
  }),
  { 'au plus tot': { fromOn: 0, atLeast: 0 } },
  spellings('minimum|mini', { atLeast: 0 }),
  glue(
    'move',
    'decaler|decale|decalee|decales|decalees|decalez|deplacer|deplace|deplacee|reporter|reporte|reportee|repousser|repousse|repoussee|avancer|avance|avancee|changer|modifier|passer|bouger|basculer',
  ),
  spellings('apres|apr', { after: 0 }),
  spellings('pas avant', { fromOn: 0 }),
  spellings('jusqu|jusque|jusqua|jsq|jusk|jsqua|juska|jusko', { until: 0 }),
  spellings('d ici|dici', { by: 0 }),
  spellings('pendant|pdt|durant|pend|pour une duree de|d une duree de|duree|duree de|sur une duree de', {
    during: 0,
  }),
  { pour: { filler: 0 } },
  { entre: { between: 0 } },
  spellings('debut|en debut|au debut|tot|de bonne heure', { edge: -1 }),
  spellings('milieu|mi|au milieu|en milieu', { edge: 0 }),
  spellings('courant|au cours de|dans le courant', { edge: 2 }),
  { fin: { edge: 1, finish: 0 } },
  spellings('en fin|a la fin|fin de|tard', { edge: 1 }),
  spellings('maintenant|tout de suite|immediatement|mtn|mnt|tt de suite|a l instant', {
    now: 0,
  }),
  spellings(
    'tout a l heure|tt a l heure|toute a l heure|tta l heure|tt al heure|tt a l h|tta l h|tt al h|tt a lh|tta lh|tt alh|ttalh|tout a l h|toutalheure|ttaleure|ttaleur|toutaleure|taleur|ce matin là|bientot|prochainement|dernierement|recemment|un de ces jours|cet ete|cet hiver|cet automne|ce printemps|des que possible|asap|la prochaine fois|la derniere fois|l autre jour|autre jour|ces jours ci|ces derniers temps|ces derniers jours|un peu plus tard|dans la foulee|la rentree|les vacances|vacances|conges|de suite|au plus vite|tantot|premiere heure|a la premiere heure|heure du gouter|apres les cours|apres l ecole|apres le travail|apres le boulot|apres le college|apres le lycee|apres la classe|apres le repas|apres manger|apres diner|avant diner|avant les cours|avant l ecole|avant le travail|sortie de l ecole|l ete|en ete|cet ete|ete prochain|ete dernier|au printemps|le printemps|printemps prochain|printemps dernier|en hiver|l hiver|hiver prochain|hiver dernier|en automne|l automne|automne prochain|jour ferie|cette semaine là|soir meme|matin meme|jour meme|le meme jour|a cette date|les prochains jours|ces prochains jours|les prochaines heures|les prochaines semaines|ces prochaines semaines|quand vous voulez|n importe quand|dans longtemps|plus tot que prevu|un autre jour|une autre fois|heure prevue|heure habituelle|comme d habitude|meme heure|a la meme heure|ce jour là|ce jour la|cette fois|quelques jours|quelques semaines|quelques heures|quelques minutes|plusieurs jours|plusieurs semaines|plusieurs mois|quelques mois|des jours|des semaines',
    { vague: 0 },
  ),
  spellings(SCHOOL_HOLIDAYS, { vague: 0 }),
  ...FRENCH_FEASTS,
  spellings('demi|demie', { half: 0 }),
  spellings('quart|quarts', { quarter: 0 }),
  { moins: { minus: 0 } },
  { sur: { share: 0 } },
  glue(
    'travel',
    'route|trajet|trajets|bus|car|train|metro|tram|rer|avion|velo|voiture|scooter|bagnole|marche|pied|transport|transports|vol|bouchons|embouteillages|attente|pause|retard|avance|decalage|sommeil',
  ),
  { t: { isoT: 0 } },
  { z: { utc: 0 } },
  spellings('de|d', { de: 0 }),
  { du: { du: 0 } },
  { l: { le: 0, la: 0 } },
  { le: { le: 0 } },
  { la: { la: 0 } },
  { les: { les: 0 } },
  spellings('au|aux', { au: 0 }),
  { et: { et: 0 } },
  spellings('puis|&|ainsi que|et aussi|et puis|et ensuite|ensuite|et enfin', { et: 0 }),
  spellings('ou|soit|ou bien|ou alors|ou sinon|a defaut|ou encore', { ou: 0 }),
  { sinon: { ou: 0, filler: 0 } },
  spellings(
    'pas|ni|sauf|excepte|hormis|hors|plutot que|plutot que le|et non|et non pas|impossible|indisponible|indisponibles|indispo|indispos',
    {
      not: 0,
    },
  ),
  spellings('au lieu|au lieu de|au lieu d|a la place|a la place de|a la place d', {
    not: 0,
    insteadOf: 0,
  }),
  spellings(
    'rachete|rachte|achete|acheter|commande|renouvele|pris|prend|paye|payee|payees|payes|compte|comptees|declare|declarees|effectue|effectuees|manque|manquent|reste|restait|restent|total|facture|facturees|travaille|que|seulement|ai|avons|fait|fais|faire|donne|donner|doit|dois|doivent',
    { worked: 0 },
  ),
  spellings(
    'fini|finie|finit|finir|termine|terminee|terminer|terminait|acheve|achevee|finissait|finissant|fini a|fin a|heure de fin|repartie|reparti|partie|parti|partait|depart|sorti|sortie|sortir|quitte',
    { finish: 0 },
  ),
  spellings('mais', { but: 0 }),
  spellings('pourquoi pas|en fait|au fait|finalement|du coup|bref', { filler: 0 }),
  spellings(
    'non|nan|nn|pardon|je veux dire|je voulais dire|erreur|rectification|correction|enfin|enfin non|euh non|oups|desole|desolee|excusez moi|je me trompe|je me suis trompe|je me suis trompee|ou plutot|mais c etait|mais c est|alors que c etait|alors que c est|en realite',
    { correct: 0 },
  ),
  { plutot: { filler: 0, correct: 0 } },
  spellings('chaque|tous|toutes|par|ts|tous les|toutes les', { each: 0 }),
  glue('often', 'souvent|parfois|rarement|jamais|toujours|certains|quelquefois'),
  spellings('d habitude|en semaine|habituellement|en general|generalement|regulierement|en temps normal', {
    habitual: 0,
  }),
  spellings('cours|cour|seance|seances|lecon|session|rdv|rendez vous|creneau|reunion|visio|appel', {
    lesson: 0,
  }),
  spellings('en tout|au total|en cumule|tout compris|sur la semaine|sur le mois', { total: 0 }),
  spellings('er|e|eme|ieme|ere|nd|nde', { e: 0 }),
  spellings(
    'eleve|eleves|coupon|coupons|enfant|enfants|personne|personnes|fois|etudiant|etudiants|cours|mission|missions|ticket|tickets|place|places|question|questions|projet|projets|livrable|livrables|message|messages|mail|mails|point|points|famille|familles|seance|seances|facture|factures|documents|document|trimestres|pieces|piece|absences|absence|tentatives|relances|relance|heures sup|stagiaire|stagiaires|formation|formations|dossier|dossiers|matieres|appels',
    { counted: 0 },
  ),
];
