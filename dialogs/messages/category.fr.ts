/** The French sentences of payments, sessions, absences and promises to come back: see ../messages.fr.ts. */
export const categoryFr = {
  checklist: {
    title: "D'après votre dossier :",
    ok: 'En ordre',
    problem: 'Pas en ordre',
    unknown: 'À suivre',
    line: (outcome: string, label: string, detail: string) => `${outcome} : ${label}, ${detail}`,
  },
  whichStudent: {
    question: 'Pour quel étudiant ?',
    other: 'Un autre étudiant',
  },
  session: {
    which: 'Que voulez-vous faire avec cette session ?',
    planning: 'La planifier',
    completion: 'La compléter ou la valider',
    correction: 'La corriger, elle est validée',
  },
  comeBack: {
    offer: (day: string) => `Revenir vers moi le ${day}`,
    promised: (when: string) =>
      `C'est noté : je reviens vers vous ${when}. D'ici là, pas besoin d'écrire. Si c'est réglé avant, dites « plus besoin ».`,
    /** "lundi 7 décembre à 9 h (heure de La Réunion)" */
    when: (date: string, clock: string, zone: string) =>
      `${date} à ${clock}${zone === '' ? '' : ` (${zone})`}`,
    off: 'Plus besoin',
    calledOff: (topic: string) => `D'accord, je ne reviens pas sur « ${topic} ».`,
    news: (topic: string) =>
      `Comme convenu, je reviens vers vous au sujet de « ${topic} ». D'après votre dossier, cela a changé depuis.`,
    settled: "Tant mieux, c'est réglé. Je n'y reviens plus.",
  },
  forward: {
    button: 'Préparer un texte à transférer',
    intro: 'Voici un texte à copier :',
    words: (text: string) => ` : « ${text} »`,
    toStudent: (student: string, about: string, team: string) =>
      `Bonjour${student === '' ? '' : ` ${student}`},\n\nPour votre question administrative${about}, écrivez vous-même au Support étudiant : la réponse dépend de votre dossier, ${team} ne pourrait répondre que de façon générale. Si c'est urgent, dites-le dans votre message.`,
    mentoring: "l'équipe Mentorat",
    coaching: "l'équipe Coaching",
    toProvigis: (about: string, name: string) =>
      `Bonjour,\n\nJe vous écris au sujet de mes documents légaux sur Provigis${about}.\n\nMerci de votre aide.${name === '' ? '' : `\n${name}`}`,
    toReferent: (about: string, name: string) =>
      `Bonjour,\n\nJe vous écris au sujet de ma mission de consultant${about}.\n\nMerci de votre retour.${name === '' ? '' : `\n${name}`}`,
  },
};
