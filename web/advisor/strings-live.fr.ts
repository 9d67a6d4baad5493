const AND = new Intl.ListFormat('fr', { type: 'conjunction' });

/** The live chat of a request, who is there, and what happens when two do the same, in French. */
export const liveFr = {
  label: 'En direct',
  key: 't',
  take: 'Prendre la main',
  takeHint: 'L’assistant se tait, et vous répondez dans son chat (t)',
  takeFrom: 'Reprendre la main',
  handBack: 'Rendre à l’assistant',
  handBackHint: 'L’assistant répond de nouveau (t)',
  mine: 'Vous répondez dans ce chat',
  held: (name: string, since: string) => `${name} répond dans ce chat depuis ${since}`,
  taken: 'Vous avez la main. L’assistant se tait.',
  handedBack: 'L’assistant répond de nouveau.',
  replaceTitle: (name: string) => `Remplacer ${name} dans ce chat ?`,
  replaceText: (name: string, since: string) =>
    `${name} y répond depuis ${since}. Si vous reprenez la main, le demandeur sera prévenu que c’est vous qui lui répondez.`,
  replace: 'Reprendre la main',
  leave: 'Laisser',
  here: 'Dans le chat',
  seen: (ago: string) => `Dans le chat ${ago}`,
  writes: (name: string) => `${name} écrit…`,
  requester: 'Le demandeur',
  viewers: 'Regardent aussi cette demande',
  viewer: (name: string) => `${name} regarde cette demande`,
  writing: {
    reply: (name: string) => `${name} écrit une réponse`,
    note: (name: string) => `${name} écrit une note`,
  },
  replied: (names: readonly string[], ago: string) =>
    `${AND.format(names)} ${names.length > 1 ? 'ont' : 'a'} répondu ${ago} : lisez avant d’envoyer.`,
  present: 'Guichet ouvert',
  absent: 'pas en ligne',
  meanwhile: {
    title: (name: string, ago: string) => `${name} a répondu ${ago}, votre réponse n’est pas partie :`,
    send: 'Envoyer quand même',
    edit: 'Modifier ma réponse',
  },
  conflict: {
    title: 'Quelqu’un a modifié cette demande entre-temps',
    intro: 'Rien n’a été écrasé. Choisissez ce qui doit rester.',
    field: 'Champ',
    mine: 'Vous vouliez',
    now: 'Maintenant',
    by: (name: string, when: string) => `${name}, ${when}`,
    unchanged: 'inchangé',
    keepMine: 'Garder la mienne',
    takeTheirs: 'Prendre la leur',
    fields: {
      assignee: 'Attribution',
      status: 'État',
      priority: 'Priorité',
      topic: 'Sujet',
    },
    nobody: 'Personne',
  },
  events: {
    takenOver: (from: string | null) =>
      from === null ? 'a pris la main dans le chat' : `a repris la main dans le chat à ${from}`,
    handedBack: {
      advisor: 'a rendu le chat à l’assistant',
      requester: 'a redemandé l’assistant',
      silence: 'a repris le chat : personne n’écrivait plus',
      away: 'a repris le chat : plus de conseiller en ligne',
      'signed-out': 'a quitté le chat en se déconnectant',
      settled: 'a repris le chat : la demande est traitée',
    } as Readonly<Record<string, string>>,
  },
  help: 'Prendre la main dans le chat, ou la rendre',
};
