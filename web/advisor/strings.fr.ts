import { adminFr } from './strings-admin.fr';
import { appointmentsFr } from './strings-appointments.fr';
import { caseworkFr } from './strings-casework.fr';
import { couponsFr } from './strings-coupons.fr';
import { auditFr } from './strings-audit.fr';
import { figuresFr } from './strings-figures.fr';
import { notificationsFr } from './strings-notifications.fr';
import { teachingFr } from './strings-teaching.fr';
import { sessionsFr } from './strings-sessions.fr';
import { deadlineFr } from './strings-deadline.fr';
import { queueFr } from './strings-queue.fr';
import { repliesFr } from './strings-replies.fr';
import { liveFr } from './strings-live.fr';
import { ticketFr } from './strings-ticket.fr';
import { teamsFr } from './strings-teams.fr';
import { signInFr } from './strings-sign-in.fr';
import type { Elapsed } from './lib/dates';
import { pluralFr } from './lib/plural';

/** Every word of the queue, in French. strings.en.ts has the same shape. */
export const fr = {
  locale: 'fr-FR',
  product: 'Guichet',
  title: 'File des demandes',
  loading: 'Chargement…',
  skip: 'Aller au contenu',

  nav: {
    label: 'Vues',
    requests: 'Demandes',
    groups: { calendar: 'Leçons et rendez-vous', improve: 'Améliorer', settings: 'Réglages' },
    views: {
      mine: 'Mes demandes',
      unassigned: 'Non attribuées',
      open: 'À traiter',
      overdue: 'En retard',
      waiting: 'En attente',
      solved: 'Résolues',
      all: 'Toutes',
    },
    pages: {
      coupons: 'Coupons',
      appointments: 'Rendez-vous',
      figures: 'Chiffres',
      teaching: 'Apprentissage',
      replies: 'Réponses',
      audit: 'Journal',
      admin: 'Administration',
    },
    count: (count: number) => pluralFr(count, 'demande', 'demandes'),
  },

  account: {
    label: (name: string) => `Compte de ${name}`,
    theme: 'Apparence',
    themes: {
      system: 'Comme l’appareil',
      light: 'Clair',
      dark: 'Sombre',
      contrast: 'Contraste élevé',
    },
    language: 'Langue',
    shortcuts: 'Raccourcis clavier',
    notifications: 'Notifications',
    sessions: 'Sessions ouvertes',
    password: 'Mot de passe…',
    signOut: 'Se déconnecter',
  },

  list: {
    label: (view: string) => `Demandes : ${view}`,
    unknownPerson: 'Visiteur non identifié',
    unassigned: 'Non attribuée',
    assignedTo: (name: string) => `Attribuée à ${name}`,
    waitingSince: (length: string) => `Attend depuis ${length}`,
    arrived: (subject: string) => `Nouvelle demande : ${subject}`,
    empty: {
      mine: [
        'Rien ne vous attend',
        'Prenez une demande dans « Non attribuées », ou attendez la prochaine : elle apparaîtra ici.',
      ],
      unassigned: ['Tout est attribué', 'Chaque demande a son conseiller. Les nouvelles apparaîtront ici.'],
      open: [
        'Tout est traité',
        'Personne n’attend de réponse. La prochaine demande apparaîtra ici sans recharger la page.',
      ],
      overdue: [
        'Rien n’est en retard',
        'Les demandes dont l’échéance est passée pendant qu’elles nous attendent apparaîtront ici.',
      ],
      waiting: [
        'Personne n’est attendu',
        'Les demandes auxquelles vous avez répondu restent ici jusqu’à la réponse du demandeur.',
      ],
      solved: [
        'Rien de résolu pour l’instant',
        'Les demandes résolues restent ici, et se rouvrent d’un clic.',
      ],
      all: ['Aucune demande', 'Les demandes déposées dans le chat apparaîtront ici.'],
    },
  },

  ...ticketFr,

  deadline: deadlineFr,

  takeover: liveFr,
  teams: teamsFr,

  casework: caseworkFr,

  replies: repliesFr,

  queue: queueFr,

  done: {
    solved: 'Demande résolue.',
    open: 'Demande rouverte.',
    waiting: 'En attente du demandeur.',
    closed: 'Demande close.',
    assigned: (name: string) => `Attribuée à ${name}.`,
    unassigned: 'Plus attribuée.',
    undo: 'Annuler',
    dismiss: 'Fermer',
  },

  coupons: couponsFr,
  figures: figuresFr,
  audit: auditFr,
  admin: adminFr,
  sessions: sessionsFr,
  teaching: teachingFr,
  notifications: notificationsFr,

  appointments: appointmentsFr,

  categories: {
    account: 'Compte',
    content: 'Contenus',
    coupon: 'Coupons',
    defense: 'Soutenances',
    documents: 'Documents',
    invoicing: 'Facturation',
    legal: 'Juridique',
    mission: 'Missions',
    other: 'Autre',
    appointment: 'Rendez-vous',
    pause: 'Pause',
    payment: 'Paiement',
    recruiting: 'Recrutement',
    referral: 'Parrainage',
    session: 'Sessions',
    'student-absent': 'Absence d’un étudiant',
    tool: 'Outils',
    transfer: 'Transfert',
  } as Readonly<Record<string, string>>,

  time: {
    today: 'Aujourd’hui',
    yesterday: 'Hier',
    tomorrow: 'Demain',
    elapsed: ({ unit, count }: Elapsed): string => {
      if (unit === 'now') return 'moins d’une minute';
      const units = {
        minutes: ['minute', 'minutes'],
        hours: ['heure', 'heures'],
        days: ['jour', 'jours'],
      } as const;
      const [one, many] = units[unit];
      return pluralFr(count, one, many);
    },
    ago: (length: Elapsed): string => `il y a ${fr.time.elapsed(length)}`,
    elapsedShort: ({ unit, count }: Elapsed): string =>
      unit === 'now' ? '< 1 min' : `${count} ${{ minutes: 'min', hours: 'h', days: 'j' }[unit]}`,
    length: (minutes: number): string => {
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      if (hours === 0) return `${rest} min`;
      return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
    },
  },

  live: {
    offline:
      'Connexion perdue. La page se remet à jour toute seule dès que le serveur répond ; vos brouillons sont gardés.',
    retry: 'Réessayer maintenant',
  },

  failure: {
    title: 'Impossible d’afficher cette page',
    offline: 'Le serveur ne répond pas. Vérifiez votre connexion ; rien n’a été perdu.',
    internal: 'Une erreur est survenue. Réessayez dans un instant.',
    retry: 'Réessayer',
    crashed: 'Cette page s’est arrêtée. Rechargez-la : vos brouillons sont gardés.',
    reload: 'Recharger',
  },

  ...signInFr,

  help: {
    title: 'Raccourcis clavier',
    close: 'Fermer',
    keys: [
      [['j', 'k'], 'Demande suivante, précédente'],
      [['Entrée'], 'Ouvrir la demande'],
      [['r'], 'Écrire une réponse'],
      [['n'], 'Écrire une note interne'],
      [['a'], 'M’attribuer la demande'],
      [['e'], 'Résoudre ou rouvrir'],
      [['Ctrl', 'Entrée'], 'Envoyer ce que j’écris'],
      [[liveFr.key], liveFr.help],
      [['i'], 'Afficher ou masquer les informations'],
      [['Échap'], 'Quitter la saisie, puis la demande'],
      [['x'], queueFr.keys.select],
      [['/'], queueFr.keys.search],
      [['?'], 'Cette aide'],
    ] as readonly (readonly [readonly string[], string])[],
  },
};

/** What every language has to say. */
export type Strings = typeof fr;
