import type { SessionView } from '../../bot/advisor-api/contract-account';

/** The French strings of the dialog of open sessions: see strings.fr.ts. */
export const sessionsFr = {
  title: 'Sessions ouvertes',
  lead: 'Les navigateurs où vous êtes connectée ou connecté. Fermez ceux que vous ne reconnaissez pas.',
  current: 'Cette session',
  seen: (ago: string) => `Utilisée ${ago}`,
  opened: (when: string) => `ouverte ${when}`,
  methods: {
    link: 'par lien de connexion',
    password: 'par mot de passe',
    openid: 'avec le compte de l’organisation',
    teams: 'dans Microsoft Teams',
  } satisfies Record<NonNullable<SessionView['method']>, string>,
  on: (browser: string, system: string) => `${browser} sur ${system}`,
  unknown: 'Navigateur inconnu',
  end: 'Fermer',
  endLabel: (name: string) => `Fermer la session ${name}`,
  ended: 'Session fermée.',
  endOthers: 'Fermer toutes les autres',
  othersEnded: 'Toutes les autres sessions sont fermées.',
  onlyThis: 'Vous n’êtes connecté nulle part ailleurs.',
  close: 'Terminé',
};
