import { pluralFr } from './lib/plural';

const STATUS = {
  new: 'Nouvelle',
  open: 'En cours',
  waiting: 'En attente du demandeur',
  solved: 'Résolue',
  closed: 'Close',
  withdrawn: 'Retirée',
  merged: 'Fusionnée',
};

const status = (code: string): string => (STATUS as Record<string, string>)[code] ?? code;

/** A ticket: its pane, the composer, what is known of it and its history, in French. */
export const ticketFr = {
  ticket: {
    label: 'Demande',
    none: 'Choisissez une demande',
    noneHint: 'Avec j et k, parcourez la liste ; Entrée ouvre la demande.',
    back: 'Retour à la liste',
    status,
    priority: { low: 'Basse', normal: 'Normale', high: 'Haute', urgent: 'Urgente' },
    priorityTitle: 'Priorité',
    priorityLabel: (name: string) => `Priorité ${name.toLowerCase()}`,
    assignToMe: 'M’attribuer',
    takeOver: 'Prendre en charge',
    assignee: 'Attribution',
    nobody: 'Personne',
    me: 'moi',
    resolve: 'Résoudre',
    reopen: 'Rouvrir',
    more: 'Autres actions',
    setWaiting: 'Mettre en attente du demandeur',
    close: 'Clore définitivement',
    copyLink: 'Copier le lien',
    linkCopied: 'Lien copié.',
    filed: (reference: string) => `Demande ${reference} déposée`,
    conversation: 'Conversation',
    authors: { tutor: 'Demandeur', assistant: 'Guichet', advisor: 'Conseiller', system: 'Système' },
    note: 'Note interne',
    delivered: 'Remis dans le chat',
    pending: 'En cours de remise dans le chat',
    noChat: 'Enregistré ; cette demande n’a pas de chat',
    sending: 'Envoi…',
    failed: 'Non envoyé.',
    retry: 'Réessayer',
    takeBack: 'Reprendre le texte',
    showAll: 'Tout afficher',
    showLess: 'Réduire',
    notFound: [
      'Demande introuvable',
      'Elle n’existe pas, ou n’est pas d’un de vos guichets. Vérifiez la référence.',
    ],
  },

  composer: {
    label: 'Écrire',
    mode: 'Ce que vous écrivez',
    reply: 'Réponse',
    replyTo: (name: string) => `Réponse à ${name}`,
    note: 'Note interne',
    replyHint: 'Partira dans son chat, sous votre nom.',
    noteHint: 'Reste entre conseillers. Ne sera jamais envoyée.',
    replyPlaceholder: 'Votre réponse…',
    notePlaceholder: 'Pour vos collègues…',
    send: 'Envoyer la réponse',
    addNote: 'Ajouter la note',
    otherDraft: { reply: 'Une réponse est commencée', note: 'Une note est commencée' },
    tooLong: (excess: number) => pluralFr(excess, 'caractère de trop', 'caractères de trop'),
  },

  facts: {
    label: 'À propos de la demande',
    show: 'Afficher les informations',
    hide: 'Masquer les informations',
    collected: 'Ce qui a été recueilli',
    none: 'Rien n’a été recueilli.',
    fromRecords: 'dossier',
    fromRecordsHint: 'D’après son dossier',
    checks: 'Vérifications',
    outcome: { ok: 'Vérifié', problem: 'À regarder', unknown: 'Inconnu' },
    article: 'Réponse montrée',
    branch: (id: string) => `Cas : ${id}`,
    person: 'Demandeur',
    unknownPerson: 'Visiteur non identifié : aucun dossier.',
    otherTickets: 'Ses autres demandes',
    appointments: 'Ses rendez-vous',
    attachments: 'Pièces jointes',
    history: 'Historique',
    clock: (time: string) => `Heure locale : ${time}`,
    bytes: (size: number) =>
      size < 1024 * 1024
        ? `${Math.max(1, Math.round(size / 1024))} Ko`
        : `${(size / 1024 / 1024).toFixed(1).replace('.', ',')} Mo`,
  },

  events: {
    filed: 'a déposé la demande',
    assigned: (to: string | null) =>
      to === null ? 'a retiré l’attribution' : `a attribué la demande à ${to}`,
    handedOver: (from: string, to: string) => `a confié la demande à ${to} en l’absence de ${from}`,
    released: (from: string) => `a rendu la demande à l’équipe : ${from} n’a pas réagi`,
    'status-changed': (to: string | null) => `a passé la demande à « ${status(to ?? '')} »`,
    'priority-changed': (to: string) => `a changé la priorité : ${to.toLowerCase()}`,
    replied: 'a répondu',
    noted: 'a ajouté une note',
    'requester-wrote': 'a écrit',
    'sla-warned': (clock: string, to: string | null) =>
      to === null
        ? `a signalé une échéance proche (${clock.toLowerCase()}) ; la demande n’est attribuée à personne`
        : `a prévenu ${to} d’une échéance proche (${clock.toLowerCase()})`,
    'sla-breached': (clock: string) =>
      `a signalé aux responsables du guichet une échéance dépassée (${clock.toLowerCase()})`,
    other: 'a modifié la demande',
  },
};
