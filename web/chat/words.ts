/** Everything the chat page itself says; what the assistant says comes from the server. */
const fr = {
  language: 'fr-FR',
  human: "Parler à quelqu'un",
  assistant: "Parler à l'assistant",
  answers: (name: string) => `${name} vous répond`,
  close: 'Fermer la conversation',
  conversation: 'Conversation',
  placeholder: 'Écrivez comme vous parlez…',
  footnote: "Fichiers jusqu'à 10 Mo. Jamais d'IBAN ici.",
  loading: 'Ouverture de la conversation…',
  connecting: 'Connexion perdue. Nouvel essai en cours : vos messages partiront ensuite.',
  offline: "Vous n'êtes plus en ligne. La conversation reprendra au retour du réseau.",
  attached: (names: string) => `Part avec votre message : ${names}`,
  tooLarge: (names: string) =>
    `${names} dépasse 10 Mo : rien n'a été envoyé. Choisissez une version plus légère.`,
  retry: 'Réessayer',
  answerFrom: (name: string) => `${name} vous répond`,
  answered: 'Réponse reçue ci-dessous',
  faults: {
    'no-desk': {
      title: 'Cette page ne sait pas quel guichet ouvrir',
      text: "Ouvrez la conversation depuis votre portail. Si vous y êtes déjà, signalez ceci à la personne qui s'en occupe : l'adresse doit contenir ?desk=abc, ogestion, oc-mentor ou oc-coach.",
    },
    'unknown-identity': {
      title: 'Votre session du portail a expiré',
      text: 'Rechargez la page du portail, ou reconnectez-vous, puis rouvrez la conversation. Vos messages sont gardés.',
    },
    busy: {
      title: 'Beaucoup de monde au guichet',
      text: 'Trop de conversations ont été ouvertes depuis cet endroit. Patientez une minute, puis réessayez.',
    },
    unreachable: {
      title: 'Le guichet ne répond pas',
      text: 'Vérifiez votre connexion, puis réessayez. Si cela dure, écrivez depuis votre portail. Vos messages sont gardés.',
    },
  },
  hours: {
    automatic: 'Assistant automatique',
    until: (clock: string) => `Conseillers jusqu'à ${clock}`,
    opensToday: (clock: string) => `Conseillers dès ${clock}`,
    opens: (day: string, clock: string) => `Conseillers ${day} à ${clock}`,
    tomorrow: 'demain',
    days: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    clock: (hours: number, minutes: string) =>
      minutes === '00' ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${minutes}`,
  },
};

export type Words = typeof fr;

const en: Words = {
  language: 'en-GB',
  human: 'Talk to someone',
  assistant: 'Talk to the assistant',
  answers: (name) => `${name} is answering you`,
  close: 'Close the conversation',
  conversation: 'Conversation',
  placeholder: 'Write as you speak…',
  footnote: 'Files up to 10 MB. Never an IBAN here.',
  loading: 'Opening the conversation…',
  connecting: 'Connection lost. Trying again: your messages will leave afterwards.',
  offline: 'You are offline. The conversation goes on when the network is back.',
  attached: (names) => `Leaves with your message: ${names}`,
  tooLarge: (names) => `${names} is larger than 10 MB: nothing was sent. Choose a smaller version.`,
  retry: 'Try again',
  answerFrom: (name) => `${name} replies`,
  answered: 'Answer received below',
  faults: {
    'no-desk': {
      title: 'This page does not know which desk to open',
      text: 'Open the conversation from your portal. If you are there already, tell whoever looks after it: the address must contain ?desk=abc, ogestion, oc-mentor or oc-coach.',
    },
    'unknown-identity': {
      title: 'Your portal session has expired',
      text: 'Reload the portal page, or sign in again, then open the conversation. Your messages are kept.',
    },
    busy: {
      title: 'The desk is busy',
      text: 'Too many conversations were opened from this place. Wait a minute, then try again.',
    },
    unreachable: {
      title: 'The desk does not answer',
      text: 'Check your connection, then try again. If it lasts, write from your portal. Your messages are kept.',
    },
  },
  hours: {
    automatic: 'Automatic assistant',
    until: (clock) => `Advisors until ${clock}`,
    opensToday: (clock) => `Advisors from ${clock}`,
    opens: (day, clock) => `Advisors ${day} at ${clock}`,
    tomorrow: 'tomorrow',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    clock: (hours, minutes) => `${hours}:${minutes}`,
  },
};

export const words: Readonly<Record<'fr' | 'en', Words>> = { fr, en };

export type Fault = keyof Words['faults'];
