const MARKS = /\p{M}+/gu;

/** Lower case without accents: "Élève" -> "eleve", "cœur" -> "coeur". */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(MARKS, '').replace(/œ/g, 'oe').replace(/æ/g, 'ae');
}
