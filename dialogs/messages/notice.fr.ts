/** The French sentences that Guichet writes of its own accord (reminders, news of a coupon or an appointment): see ../messages.fr.ts. */
export const noticeFr = {
  notice: {
    couponRejected: (reference: string, lesson: string, reason: string) =>
      `Votre conseillère a refusé le coupon ${reference} (${lesson}). Motif : « ${reason} ». Il ne compte plus : ce coupon est de nouveau disponible et l'horaire est libre.`,
    couponRejectedAnswer: 'Répondre à ma conseillère',
    couponsNotEntered: (month: string, pupils: string, days: number, until: string) =>
      `Je ne vois encore aucun cours de ${month} dans vos coupons (${pupils}). ${days === 0 ? "C'est aujourd'hui le dernier jour" : `Il vous reste ${days} jour${days > 1 ? 's' : ''}`} pour les saisir : jusqu'au ${until}. Si vous n'avez pas donné de cours, il n'y a rien à faire.`,
    pupils: (names: readonly string[], more: number) => {
      const all = more > 0 ? [...names, `${more} autre${more > 1 ? 's' : ''}`] : [...names];
      const last = all.pop() ?? '';
      return all.length === 0 ? last : `${all.join(', ')} et ${last}`;
    },
    comeBack: (topic: string) =>
      `Comme convenu, je reviens vers vous au sujet de « ${topic} ». Est-ce réglé depuis ?`,
    split: (from: string, reference: string, subject: string) =>
      `Votre demande ${from} contenait deux sujets. Le second a maintenant sa propre référence : ${reference}, « ${subject} ». Les deux réponses arriveront ici.`,
    proposal: {
      teams: (advisor: string) => `${advisor} vous propose un rendez-vous sur Teams.`,
      phone: (advisor: string) => `${advisor} vous propose un rendez-vous par téléphone.`,
      says: (text: string) => `« ${text} »`,
      choose:
        "Choisissez un créneau : il est à vous dès que vous le choisissez, tant que personne ne l'a pris.",
      slot: (when: string, advisor: string) => `${when}, avec ${advisor}`,
      booked: (when: string, advisor: string, reference: string) =>
        `C'est réservé : ${when}, avec ${advisor} (${reference}).`,
      bookedAlready: (when: string, advisor: string, reference: string) =>
        `Vous avez déjà réservé : ${when}, avec ${advisor} (${reference}). Vous pouvez le déplacer.`,
      none: "Aucun autre créneau n'est libre pour l'instant. Je le dis à la personne qui suit votre demande ?",
      subject: (reference: string) => `Demande ${reference}`,
    },
    comeBackSolved: "C'est réglé",
    comeBackOpen: 'Toujours pas',
  },
};
