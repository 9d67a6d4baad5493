import { en, fr, type AppWords } from './words';

/** What differs from one installation to another. */
export interface AppSettings {
  /** The bot registration's application id (MICROSOFT_APP_ID). */
  readonly appId: string;
  /** Where people reach the server, https, without a slash at the end. */
  readonly publicUrl: string;
  /** The release, semantic: Teams takes an update only under a higher one. */
  readonly version: string;
  readonly developer: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsOfUseUrl: string;
}

/** A JSON document of the package. */
export type Document = Readonly<Record<string, unknown>>;

const SCHEMA = 'https://developer.microsoft.com/json-schemas/teams/v1.29';
export const MANIFEST_VERSION = '1.29';

const commands = (words: AppWords) => [
  { scopes: ['personal'], commands: words.personal },
  { scopes: ['groupChat'], commands: words.shared },
  { scopes: ['team'], commands: [...words.shared, ...words.team] },
];

/** The search of tickets from the compose box (bot/teams-desk/search.ts). */
const searches = ({ search }: AppWords) => [
  {
    id: 'searchTickets',
    type: 'query',
    title: search.title,
    description: search.description,
    initialRun: true,
    context: ['compose', 'commandBox'],
    parameters: [
      { name: 'query', title: search.field, description: search.fieldDescription, inputType: 'text' },
    ],
  },
];

/**
 * The manifest of the Teams app: the bot in personal chats, group chats and channels, the advisors' queue as a personal tab, and the
 * search of its tickets as a message extension.
 * It asks for no permission: no device, no Graph access, no other domain than the server's own.
 */
export function manifest(settings: AppSettings): Document {
  const { appId, publicUrl } = settings;
  return {
    $schema: `${SCHEMA}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version: settings.version,
    id: appId,
    developer: {
      name: settings.developer,
      websiteUrl: settings.websiteUrl,
      privacyUrl: settings.privacyUrl,
      termsOfUseUrl: settings.termsOfUseUrl,
    },
    localizationInfo: {
      defaultLanguageTag: 'fr',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    },
    name: fr.name,
    description: fr.description,
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0B5C52',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        isNotificationOnly: false,
        supportsFiles: true,
        supportsCalling: false,
        supportsVideo: false,
        commandLists: commands(fr),
      },
    ],
    composeExtensions: [{ botId: appId, commands: searches(fr) }],
    staticTabs: [
      {
        entityId: 'queue',
        name: fr.queueTab,
        contentUrl: `${publicUrl}/advisor`,
        websiteUrl: `${publicUrl}/advisor`,
        scopes: ['personal'],
      },
    ],
    defaultInstallScope: 'personal',
    validDomains: [new URL(publicUrl).host],
    // Lets Teams give the tab a token for our server (docs/teams.md, "Sign-in of the tab").
    webApplicationInfo: { id: appId, resource: `api://${new URL(publicUrl).host}/${appId}` },
  };
}

/** The English words, addressed as Teams addresses them: by their path in the manifest. */
export function englishWords(): Document {
  const addressed: Record<string, unknown> = {
    $schema: `${SCHEMA}/MicrosoftTeams.Localization.schema.json`,
    'name.short': en.name.short,
    'name.full': en.name.full,
    'description.short': en.description.short,
    'description.full': en.description.full,
    'staticTabs[0].name': en.queueTab,
  };
  searches(en).forEach(({ title, description, parameters }, index) => {
    const path = `composeExtensions[0].commands[${index}]`;
    addressed[`${path}.title`] = title;
    addressed[`${path}.description`] = description;
    parameters.forEach((parameter, place) => {
      addressed[`${path}.parameters[${place}].title`] = parameter.title;
      addressed[`${path}.parameters[${place}].description`] = parameter.description;
    });
  });
  commands(en).forEach(({ commands: list }, listIndex) =>
    list.forEach(({ title, description }, index) => {
      const path = `bots[0].commandLists[${listIndex}].commands[${index}]`;
      addressed[`${path}.title`] = title;
      addressed[`${path}.description`] = description;
    }),
  );
  return addressed;
}
