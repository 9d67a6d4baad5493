/** The French sentences that Guichet writes of its own accord (reminders, news of a coupon or an appointment): see ../messages.fr.ts. */
export const noticeFr = {
  notice: {
    comeBack: (topic: string) =>
      `Comme convenu, je reviens vers vous au sujet de « ${topic} ». Est-ce réglé depuis ?`,
    comeBackSolved: "C'est réglé",
    comeBackOpen: 'Toujours pas',
  },
};
