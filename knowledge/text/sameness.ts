import { fold } from './fold';

const SIGNS = /[^\p{L}\p{N}]+/gu;

/** What makes two phrases the same: letters and digits, without accents and case. */
export const sameness = (text: string): string => fold(text).replace(SIGNS, ' ').trim() || text;
