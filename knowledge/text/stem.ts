import frenchStemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import englishStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { Language } from '../types';
import { fold } from './fold';

// Longer "words" are pasted noise; stemmers need not see them.
const MAX_WORD = 30;

/**
 * The stem of one lower-case word, without accents. Never empty for a word that is not empty.
 *
 * Accents are taken off after stemming, because the French stemmer needs them ("payé" is a participle); people leave them out all the
 * same, so a bare "-ee", "-ees" is read as the participle that it nearly always is.
 */
export function stem(word: string, language: Language): string {
  if (word.length <= 2 || word.length > MAX_WORD || /\d/.test(word)) return fold(word);
  if (language === 'en') return englishStemmer.stem(fold(word)) || fold(word);
  const accented = word.replace(/ee(s?)$/, 'ée$1');
  const found = frenchStemmer.stem(accented);
  return found ? fold(found) : fold(word);
}
