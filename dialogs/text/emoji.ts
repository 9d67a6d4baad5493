/** Hands together, hearts and smiles are a thank-you. */
const THANKS = /^(?:[\s\uFE0F\u{1F3FB}-\u{1F3FF}]|🙏|❤|🧡|💛|💚|💙|💜|😊|🙂|☺|🥰|🤗|👏)+$/u;

/** Whether a message is nothing but emoji that say thank you. */
export const isThanksEmoji = (text: string): boolean => text.trim() !== '' && THANKS.test(text);
