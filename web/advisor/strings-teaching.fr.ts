import type { ProposalView, TrialFiguresView } from '../../bot/advisor-api/contract-teaching';

const messages = (count: number): string => `${count} ${count < 2 ? 'message' : 'messages'}`;

/** The French strings of the page on which supervisors teach: see strings.fr.ts. */
export const teachingFr = {
  title: 'Apprentissage',
  lead: 'Ce que l’assistant n’a pas compris, et ce que vos collègues proposent de lui apprendre.',
  propose: {
    check: 'Proposer à l’assistant de l’apprendre',
    hint: 'La phrase de la demande sera relue par un responsable avant d’être apprise.',
    done: 'Phrase proposée : un responsable la relira.',
  },
  proposals: {
    title: 'Phrases proposées',
    empty: ['Aucune phrase à relire', 'Quand un conseiller signale un autre sujet, la phrase arrive ici.'],
    by: (who: string) => `proposée par ${who}`,
    sources: {
      ticket: 'd’après une demande',
      message: 'd’après un message non compris',
      typed: 'saisie à la main',
    } satisfies Record<ProposalView['source'], string>,
    former: (title: string) => `L’assistant avait compris : ${title}`,
    text: 'Phrase, telle qu’elle sera apprise',
    textHint: 'Retirez les noms et tout ce qui désigne une personne.',
    topic: 'Sujet',
    try: 'Mesurer l’effet',
    accept: 'Apprendre',
    force: 'Apprendre quand même',
    refuse: 'Refuser',
    busy: 'L’assistant apprend et se mesure : quelques secondes…',
  },
  trial: {
    title: 'Mesure sur des messages que l’assistant n’apprend jamais',
    columns: ['Messages', 'Avant', 'Après'],
    rows: {
      right: 'Bon sujet en premier',
      wronglyAnswered: 'Réponses à côté',
      answeredOutOfScope: 'Réponses hors sujet',
    } satisfies Partial<Record<keyof TrialFiguresView, string>>,
    of: (count: number, all: number) => `${count} sur ${all}`,
    same: 'Rien ne change sur ces messages.',
    better: 'L’assistant comprend mieux ces messages.',
    worse:
      'L’assistant comprend moins bien d’autres messages. Modifiez la phrase, ou forcez en connaissance de cause.',
  },
  clusters: {
    title: 'Messages non compris',
    empty: ['Rien d’incompris', 'Les messages que l’assistant ne sait pas placer apparaîtront ici.'],
    count: (count: number) => messages(count),
    alike: 'Aussi :',
    topic: 'De quoi s’agissait-il ?',
    choose: 'Choisir un sujet…',
    propose: 'Proposer',
    dismiss: 'Ignorer',
    dismissed: (count: number) => `${messages(count)} ${count < 2 ? 'ignoré' : 'ignorés'}.`,
    restored: (count: number) => `${messages(count)} de nouveau dans la liste.`,
  },
  lowRated: {
    title: 'Réponses jugées peu utiles',
    lead: 'Au moins trois avis en quatre semaines, moins de 60 % d’avis favorables.',
    empty: 'Aucune réponse mal notée.',
    votes: (helpful: number, not: number) => `${helpful} utiles, ${not} pas utiles`,
  },
  decided: {
    title: 'Décisions récentes',
    empty: 'Aucune décision pour l’instant.',
    states: { accepted: 'Apprise', refused: 'Refusée', proposed: 'À relire' } satisfies Record<
      ProposalView['status'],
      string
    >,
    undo: 'Reprendre',
    undone: 'La phrase est de nouveau à relire.',
  },
  learned: 'Phrase apprise.',
  refused: 'Phrase refusée.',
  undo: 'Annuler',
};
