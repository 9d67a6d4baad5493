const BEYOND_ASCII = /\P{ASCII}/u;
const MARKS = /\p{M}+/gu;

/** Lower case without accents: "Élève" -> "eleve", "cœur" -> "coeur". */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  return text.toLowerCase().normalize('NFD').replace(MARKS, '').replace(/œ/g, 'oe').replace(/æ/g, 'ae');
}
