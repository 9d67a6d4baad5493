/** The French strings of the coupons page: see strings.fr.ts. */
export const couponsFr = {
  title: 'Coupons',
  lead: 'Les coupons saisis en dernier, du plus récent au plus ancien.',
  columns: {
    reference: 'Coupon',
    person: 'Intervenant',
    family: 'Famille et élève',
    lesson: 'Cours',
    length: 'Durée',
    entered: 'Saisi',
    action: 'Décision',
  },
  late: 'Hors délai',
  lateHint: 'Saisi après la fin du mois du cours : non payé le mois suivant.',
  empty: ['Aucun coupon', 'Les coupons saisis dans le chat apparaîtront ici.'],
  exporting: {
    month: 'Mois des cours',
    button: 'Exporter pour la paie',
    hint: 'Fichier CSV : tous les coupons du mois, hors délai et refusés signalés.',
    done: (month: string) => `Export de ${month} téléchargé.`,
  },
  rejected: 'Refusé',
  reject: 'Refuser',
  rejecting: {
    title: 'Refuser ce coupon ?',
    text: (person: string) =>
      `${person} l’apprendra dans le chat, avec votre motif. Le coupon redevient disponible et l’horaire est libre. Un refus ne se reprend pas.`,
    reason: 'Motif, tel que l’intervenant le lira',
    missing: 'Écrivez un motif : c’est ce que l’intervenant lira.',
    confirm: 'Refuser le coupon',
    keep: 'Garder le coupon',
    done: (reference: string) => `Coupon ${reference} refusé.`,
  },
};
