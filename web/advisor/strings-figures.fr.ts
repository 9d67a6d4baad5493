import type { FiguresView } from '../../bot/advisor-api/contract-figures';
import type { PeriodName } from './figures/period';

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const many = (count: number, one: string, several: string): string => `${count} ${count < 2 ? one : several}`;

type Age = FiguresView['backlog'][number]['age'];

/** The French strings of the figures page: see strings.fr.ts. */
export const figuresFr = {
  title: 'Chiffres',
  lead: 'Ce qu’on vous demande, ce qui se règle sans vous, et en combien de temps vous répondez.',
  filters: {
    label: 'Période et guichet',
    period: 'Période',
    periods: {
      week: '7 derniers jours',
      month: '4 dernières semaines',
      quarter: '13 dernières semaines',
      'this-month': 'Ce mois-ci',
      'last-month': 'Le mois dernier',
      own: 'Autres dates',
    } satisfies Record<PeriodName, string>,
    from: 'Du',
    to: 'Au',
    desk: 'Guichet',
    allDesks: 'Tous mes guichets',
    backwards: 'La période finit avant de commencer : corrigez l’une des deux dates.',
    tooLong: 'La période dépasse un an : rapprochez les deux dates.',
  },
  empty: [
    'Rien à compter sur cette période',
    'Personne n’a écrit et aucune demande n’est ouverte. Choisissez d’autres dates.',
  ],
  headline: {
    label: 'Six chiffres',
    messages: 'Messages reçus',
    withoutTicket: 'Visites réglées sans demande',
    tickets: 'Demandes déposées',
    firstReply: 'Première réponse',
    resolution: 'Résolution',
    open: 'Demandes ouvertes',
    median: 'médiane, en heures ouvrées',
    visits: (count: number) => many(count, 'visite', 'visites'),
    filedAfter: (share: number) => `après ${percent(share)} des visites`,
    inTime: (share: number) => `${percent(share)} dans les délais`,
    overdue: (count: number) => (count === 0 ? 'aucune en retard' : `${count} en retard`),
    now: 'en ce moment',
    up: (change: string) => `${change} de plus que la période d’avant`,
    down: (change: string) => `${change} de moins que la période d’avant`,
    same: 'comme la période d’avant',
    points: (count: number) => `${count} ${count < 2 ? 'point' : 'points'}`,
    nothing: '–',
  },
  findings: {
    category: (name: string, share: number, of: 'tickets' | 'messages') =>
      `${name} : ${percent(share)} des ${of === 'tickets' ? 'demandes' : 'messages'}`,
    withoutTicket: (share: number) => `${percent(share)} des visites se règlent sans demande`,
    oldest: (count: number, age: Age) => {
      const waits = many(count, 'demande ouverte', 'demandes ouvertes');
      const ages: Record<Age, string> = {
        'under-a-day': `${waits}, toutes de moins d’un jour`,
        'one-to-three-days': `${waits} depuis plus d’un jour`,
        'three-to-seven-days': `${waits} depuis plus de trois jours`,
        'over-a-week': `${waits} depuis plus d’une semaine`,
      };
      return ages[age];
    },
    peak: (from: number, to: number) => `On écrit surtout entre ${from} h et ${to} h`,
    none: {
      categories: 'Aucun message ni demande par catégorie',
      days: 'Aucune visite sur la période',
      backlog: 'Aucune demande ouverte',
      hours: 'Aucun message sur la période',
    },
  },
  charts: {
    categories: 'Messages et demandes par catégorie',
    days: 'Visites par jour, et celles qui se sont réglées sans demande',
    backlog: 'Demandes ouvertes selon leur ancienneté',
    hours: 'Messages selon l’heure',
    times: 'Délais par priorité',
    articles: 'Ce que les réponses valent à ceux qui les lisent',
  },
  table: 'Voir le tableau',
  csv: 'Télécharger en CSV',
  saved: 'Tableau téléchargé.',
  unknown: 'Sujet non reconnu',
  ages: {
    'under-a-day': 'Moins d’un jour',
    'one-to-three-days': '1 à 3 jours',
    'three-to-seven-days': '3 à 7 jours',
    'over-a-week': 'Plus d’une semaine',
  } satisfies Record<Age, string>,
  columns: {
    category: 'Catégorie',
    day: 'Jour',
    hour: 'Heure',
    age: 'Ancienneté',
    messages: 'Messages',
    tickets: 'Demandes',
    visits: 'Visites',
    withoutTicket: 'Sans demande',
    ours: 'À traiter',
    waiting: 'En attente',
    priority: 'Priorité',
    firstReply: 'Première réponse',
    resolution: 'Résolution',
    article: 'Réponse',
    helpful: 'Utile',
    not: 'Pas utile',
  },
  noVotes: 'Personne n’a encore dit si une réponse l’a aidé.',
  hour: (hour: number) => `${hour} h`,
};
