import { fold } from '../text/fold';

const ASKS =
  /^(?:(?:bonjour|bonsoir|salut|coucou|hello|svp|euh|et|mais|dites(?: moi)?|pouvez vous me dire|je (?:voudrais|veux|aimerais) savoir|j aimerais savoir|une question) )*(?:comment|coment|cmt|ou (?:est|sont|se|puis|dois|je|trouver|voir|faut)|ou$|quand|pourquoi|pk|pq|combien|qui|que (?:faire|se passe|dois)|qu est ce|quel|quelle|quels|quelles|est ce (?:que|qu)|c est quoi|c quoi|peut on|puis je|dois je|faut il|jusqu a quand|jusqu quand|y a t il|a quelle|a quoi|how|where|when|why|what|which|who|can i|do i|is it|is there|should i)\b/;

/** Whether a message asks something, rather than telling or ordering: by its first words or its question mark. */
export const asksSomething = (text: string): boolean => /\?\s*$/.test(text) || ASKS.test(fold(text));

/** Whether a message asks how something is done: an article answers that, not a form. */
export const asksHow = (text: string): boolean =>
  /\b(?:comment|coment|cmt|ou (?:est ce que|je|dois je|puis je|faut il|trouver)|c est quoi|a quoi|jusqu a quand|quelle est|quel est|pourquoi|how (?:do|can|to)|where (?:do|can|is)|until when|what is)\b/.test(
    fold(text),
  );
