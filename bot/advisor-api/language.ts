import type { IncomingMessage } from 'node:http';

export type ApiLanguage = 'fr' | 'en';

/** In which language a call is to be refused: the application asks for the one that it is shown in; whoever asks for no other gets French. */
export const languageOf = (req: Pick<IncomingMessage, 'headers'>): ApiLanguage =>
  /^en\b/i.test(req.headers['accept-language'] ?? '') ? 'en' : 'fr';
