import type { Entries } from './lexicon';
import { holiday, spellings } from './lexicon-entries';

/** Feasts by their French names; a weekday in a name is part of it. */
export const FRENCH_FEASTS: readonly Entries[] = [
  spellings('noel|jour de noel|noel prochain', holiday('christmas')),
  spellings('veille de noel|reveillon de noel|la veille de noel', holiday('christmasEve')),
  spellings('jour de l an|nouvel an|premier de l an|1er de l an|jour du nouvel an', holiday('newYear')),
  spellings('saint sylvestre|st sylvestre|reveillon du jour de l an|reveillon du nouvel an', {
    ...holiday('newYearsEve'),
  }),
  spellings('paques|dimanche de paques', holiday('easter')),
  spellings('mardi gras', holiday('shroveTuesday')),
  spellings('mercredi des cendres|les cendres', holiday('ashWednesday')),
  spellings('dimanche des rameaux|les rameaux', holiday('palmSunday')),
  spellings('jeudi saint', holiday('maundyThursday')),
  spellings('vendredi saint', holiday('goodFriday')),
  spellings('samedi saint', holiday('holySaturday')),
  spellings('lundi de paques|lundi paques|lundi apres paques', holiday('easterMonday')),
  spellings('jeudi de l ascension|jeudi ascension|jeudi d ascension|ascension', holiday('ascension')),
  spellings('pentecote|dimanche de pentecote|dimanche de la pentecote', holiday('pentecost')),
  spellings('lundi de pentecote|lundi pentecote|lundi de la pentecote', holiday('whitMonday')),
  // Named days that this calendar does not hold: not the weekday in their name.
  spellings(
    'jeudi de la mi careme|jeudi de mi careme|mi careme|vendredi noir|black friday|cyber monday|lundi de l ascension|vendredi de l ascension|pont de l ascension|pont de la pentecote|pont de la toussaint|pont de mai|pont du|fete des meres|fete des peres|saint nicolas|st nicolas|saint jean|st jean|carnaval',
    { vague: 0 },
  ),
  spellings('fete nationale', holiday('bastille')),
  spellings('assomption', holiday('assumption')),
  spellings('toussaint', holiday('allSaints')),
  spellings('armistice', holiday('armistice')),
  spellings('epiphanie', holiday('epiphany')),
  spellings('chandeleur', holiday('candlemas')),
  spellings('saint valentin|st valentin|ste valentin|fete des amoureux', holiday('valentine')),
  spellings('poisson d avril', holiday('aprilFools')),
  spellings('fete de la musique', holiday('musicDay')),
  spellings('halloween|haloween|soir d halloween', holiday('halloween')),
  spellings('fete des morts|jour des morts', holiday('allSouls')),
  spellings('fete kaf|fet kaf|fete cafre|fete des cafres|20 desamb', holiday('feteKaf')),
  spellings('fete du travail', holiday('labour')),
];
