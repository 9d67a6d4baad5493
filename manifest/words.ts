/** What Teams shows of the app. Lengths are limited by the manifest's schema, which the build checks. */
export interface AppWords {
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly queueTab: string;
  /** Suggestions under the message field: what is written, and what for. */
  readonly personal: readonly { readonly title: string; readonly description: string }[];
  readonly shared: readonly { readonly title: string; readonly description: string }[];
  /** What only the channel of a team knows. */
  readonly team: readonly { readonly title: string; readonly description: string }[];
  /** The search of tickets in the compose box. */
  readonly search: {
    readonly title: string;
    readonly description: string;
    readonly field: string;
    readonly fieldDescription: string;
  };
}

export const fr: AppWords = {
  name: { short: 'Guichet', full: "Guichet, l'assistant des intervenants" },
  description: {
    short: 'Cours, paie, étudiants : posez votre question comme vous parlez.',
    full: "Guichet répond aux intervenants : tuteurs, mentors, coachs, prestataires. Écrivez votre question avec vos mots ; la réponse tient compte de la date et de votre dossier. Guichet saisit vos coupons de cours, prend vos rendez-vous et, quand une personne doit décider, transmet une demande complète. Les réponses des conseillers arrivent dans la même conversation.\n\nLes conseillers y trouvent aussi leur file : les demandes avec ce qui a été dit, recueilli et vérifié.\n\nGuichet est un programme : à tout moment, « parler à quelqu'un » passe la main à une personne.",
  },
  queueTab: 'File des demandes',
  personal: [
    { title: 'Aide', description: 'Ce que Guichet sait faire' },
    { title: 'Où en est ma demande ?', description: "L'état de vos demandes" },
    { title: "C'est quand mon rendez-vous ?", description: 'Vos rendez-vous à venir' },
    { title: "Parler à quelqu'un", description: 'Transmettre votre demande à une personne' },
  ],
  shared: [{ title: 'Aide', description: 'Ce que Guichet sait faire' }],
  team: [{ title: 'Canal', description: 'Choisir les demandes qui arrivent dans ce canal' }],
  search: {
    title: 'Chercher une demande',
    description: 'Trouver une demande de vos bureaux et la citer',
    field: 'Mots ou référence',
    fieldDescription: 'Par exemple coupon octobre, ou G-2611-0042',
  },
};

export const en: AppWords = {
  name: { short: 'Guichet', full: 'Guichet, the assistant for people who teach' },
  description: {
    short: 'Lessons, pay, students: ask your question as you speak.',
    full: 'Guichet answers people who teach: tutors, mentors, coaches, providers. Ask in your own words; the answer takes the date and your records into account. Guichet enters your lesson coupons, books your appointments and, when a person must decide, passes on a complete request. The advisors’ replies arrive in the same conversation.\n\nAdvisors find their queue here too: the requests, with what was said, collected and checked.\n\nGuichet is a program: at any time, "talk to someone" hands over to a person.',
  },
  queueTab: 'Request queue',
  personal: [
    { title: 'Help', description: 'What Guichet can do' },
    { title: 'Where is my request?', description: 'The state of your requests' },
    { title: 'When is my appointment?', description: 'Your coming appointments' },
    { title: 'Talk to someone', description: 'Pass your request on to a person' },
  ],
  shared: [{ title: 'Help', description: 'What Guichet can do' }],
  team: [{ title: 'Channel', description: 'Choose the requests that arrive in this channel' }],
  search: {
    title: 'Find a request',
    description: 'Find a request of your desks and quote it',
    field: 'Words or reference',
    fieldDescription: 'For example coupon October, or G-2611-0042',
  },
};
