/** Every word of the agenda and its dialogs, in French. strings-appointments.en.ts has the same shape. */
export const appointmentsFr = {
  title: 'Rendez-vous',
  channel: { phone: 'Téléphone', teams: 'Teams' },
  with: (name: string) => `avec ${name}`,
  now: 'En ce moment',
  cancelled: 'Annulé',
  noLink: 'Lien à ajouter',
  mailRefused: 'Mail refusé',
  mailRefusedHint: 'Son adresse refuse nos mails. Le chat et le téléphone restent.',
  joinAt: (host: string) => `Rejoindre (${host})`,
  empty: ['Aucun rendez-vous', 'Les rendez-vous pris dans le chat apparaîtront ici.'],
  emptyWeek: [
    'Aucun rendez-vous cette semaine-là',
    'Revenez aux rendez-vous à venir, ou changez de semaine.',
  ],

  period: {
    label: 'Période',
    upcoming: 'À venir',
    earlier: 'Semaine précédente',
    later: 'Semaine suivante',
    earlierShort: '← Semaine',
    laterShort: 'Semaine →',
    fromYesterday: 'À partir d’hier, dans l’ordre.',
    week: (from: string, to: string) => `Du ${from} au ${to}.`,
  },

  /** What a button does, said whole to those who do not see the row that it stands in. */
  action: (what: string, reference: string, person: string) => `${what} ${reference}, ${person}`,
  reason: 'Motif (facultatif)',
  reasonHint: (person: string) => `${person} le lira.`,
  /** After what was done: who hears of it, and where. */
  told: (done: string, person: string, byMail: boolean) =>
    `${done} ${person} reçoit un message dans le chat${byMail ? ' et par mail' : ''}.`,
  close: 'Fermer',

  cancel: {
    short: 'Annuler',
    title: 'Annuler ce rendez-vous ?',
    text: (person: string, day: string, time: string) =>
      `Le créneau du ${day} à ${time} redevient libre, et un message part à ${person}.`,
    keep: 'Garder le rendez-vous',
    confirm: 'Annuler le rendez-vous',
    done: 'Rendez-vous annulé.',
  },

  move: {
    short: 'Déplacer',
    title: 'Déplacer ce rendez-vous',
    lead: (person: string, day: string, time: string) => `${person}, ${day} à ${time}`,
    advisor: 'Avec',
    day: 'Jour',
    time: 'Heure',
    none: 'Aucun créneau libre dans ces deux semaines.',
    later: 'Deux semaines plus tard',
    earlier: 'Revenir aux deux premières semaines',
    confirm: (day: string, time: string) => `Déplacer au ${day} à ${time}`,
    choose: 'Choisissez une heure',
    done: 'Rendez-vous déplacé.',
  },

  link: {
    add: 'Ajouter le lien',
    replace: 'Changer le lien',
    title: 'Lien du rendez-vous',
    label: 'Adresse de la réunion',
    hint: 'Collez le lien de la réunion : il commence par https://',
    leadsTo: (host: string) => `Ce lien mène à ${host}.`,
    notOne: 'Ce n’est pas une adresse qui commence par https://',
    confirm: 'Enregistrer et envoyer',
    done: 'Lien enregistré.',
  },
};
