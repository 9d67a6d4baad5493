/** Links, addresses, telephone and account numbers: what reaches a person or her bank. */

export const CONTACTS: readonly RegExp[] = [
  /\b(?:https?:\/\/|www\.)\S{1,2000}/giu,
  /[\w.+-]{1,64}@[\w-]{1,200}\.[\w.-]{2,100}/gu,
  // Telephone numbers: French pairs with one separator throughout, or none; and +33.
  /(?<![\d/]|\dh ?)0[1-9](?:([ .\-\u00a0])\d{2}(?:\1\d{2}){3}|\d{8})(?!\d)/gu,
  // Overseas and North American numbers: "0692 14 30 17", "514-555-1830".
  /(?<!\d)0[1-9]\d{2}(?:[ .\u00a0]\d{2}){3}(?!\d)/gu,
  /(?<![\d-])\d{3}-\d{3}-\d{4}(?!\d)/gu,
  /(?:\+|\b00)\d{2,3}[ .\-\u00a0]?\(?\d?\)?\d?(?:[ .\-\u00a0]?\d{2}){4}(?!\d)/gu,
  // IBAN: country, key, then groups that hold digits.
  /\b[a-z]{2}\d{2}[ \u00a0]?\d{4}(?:[ \u00a0]?(?=[a-z]{0,3}\d)[a-z\d]{2,4}){2,8}/giu,
  // French social security number.
];
