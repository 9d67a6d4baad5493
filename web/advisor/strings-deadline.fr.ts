/** The deadlines of a request, in French. */
export const deadlineFr = {
  title: 'Échéances',
  hint: 'Comptées en heures d’ouverture du guichet, à l’arrêt tant que le demandeur est attendu.',
  clock: { firstReply: 'Première réponse', resolution: 'Résolution' },
  /** On a row, beside its icon. */
  shortBefore: (when: string) => `avant ${when}`,
  shortLate: 'en retard',
  before: (clock: string, when: string) => `${clock} avant ${when}`,
  soon: (clock: string, when: string) => `Bientôt due : ${clock.toLowerCase()} avant ${when}`,
  late: (clock: string, when: string) => `${clock} en retard : elle était due avant ${when}`,
  headerLate: (clock: string) => `${clock} en retard`,
  headerPaused: 'Échéance suspendue',
  state: {
    'on-time': (due: string) => `avant ${due}`,
    'due-soon': (due: string) => `bientôt due, avant ${due}`,
    breached: (due: string) => `en retard, due avant ${due}`,
    lateDone: (due: string, done: string) => `en retard : faite ${done}, due avant ${due}`,
    met: (done: string) => `dans les temps, ${done}`,
    paused: 'suspendue : le demandeur est attendu',
    none: 'sans objet',
  },
  named: (clock: string, text: string) => `${clock} : ${text}`,
};
