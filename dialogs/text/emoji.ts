/** Hands together, hearts and smiles are a thank-you. */
const THANKS = /^(?:[\s\uFE0F\u{1F3FB}-\u{1F3FF}]|🙏|❤|🧡|💛|💚|💙|💜|😊|🙂|☺|🥰|🤗|👏)+$/u;

/** Whether a message is nothing but emoji that say thank you. */
export const isThanksEmoji = (text: string): boolean => text.trim() !== '' && THANKS.test(text);

const ACKNOWLEDGEMENT = /^(?:[\s\uFE0F\u{1F3FB}-\u{1F3FF}]|👍|👌|✅|🙌)+$/u;

/** Whether a message is nothing but emoji that say "seen": after somebody's reply it needs none. */
export const isAcknowledgement = (text: string): boolean => text.trim() !== '' && ACKNOWLEDGEMENT.test(text);
