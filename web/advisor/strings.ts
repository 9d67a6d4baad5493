import { fr, type Strings } from './strings.fr';
import { lasting } from './lib/storage';

export type Language = 'fr' | 'en';
export const LANGUAGES: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English' };

const KEY = 'guichet-language';

/** The language that the advisor chose; French until she does. */
export const keptLanguage = (): Language => (lasting.getItem(KEY) === 'en' ? 'en' : 'fr');

export const keepLanguage = (language: Language): void => lasting.setItem(KEY, language);

/** French comes with the page, English when it is asked for. */
export const loadStrings = async (language: Language): Promise<Strings> =>
  language === 'en' ? (await import('./strings.en')).en : fr;
