import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import addFormats from 'ajv-formats';
import AjvDraft04 from 'ajv-draft-04';
import { MANIFEST_VERSION, type Document } from './manifest';
import { readPng } from './png';

/** One fault of the package: where, and what to mend. */
export interface PackageFault {
  readonly where: string;
  readonly what: string;
}

/** The files of the package, by name. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>;

/**
 * Everything about the package that can be checked without Microsoft: its documents against Microsoft's own schemas, and the rules for the
 * store that are rules about files and addresses.
 */
export function packageFaults(files: PackageFiles): readonly PackageFault[] {
  const manifest = documentIn(files, 'manifest.json');
  const english = documentIn(files, 'en.json');
  return [
    ...schemaFaults('manifest.json', 'MicrosoftTeams.schema.json', manifest),
    ...schemaFaults('en.json', 'MicrosoftTeams.Localization.schema.json', english),
    ...addressFaults(manifest),
    ...untranslated(manifest, english),
    ...colorFaults(files['color.png']),
    ...outlineFaults(files['outline.png']),
  ];
}

function documentIn(files: PackageFiles, name: string): Document {
  const content = files[name];
  return content === undefined ? {} : (JSON.parse(Buffer.from(content).toString('utf8')) as Document);
}

/** Microsoft publishes the schemas in a package whose code cannot be loaded here: its files are read. */
function schemaFaults(where: string, schemaName: string, document: Document): readonly PackageFault[] {
  const folder = dirname(require.resolve('@microsoft/app-manifest/package.json'));
  const path = join(folder, 'build/json-schemas/teams', `v${MANIFEST_VERSION}`, schemaName);
  const ajv = new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => ({
    where: `${where}${instancePath}`,
    what: message ?? 'is not as the schema says',
  }));
}

const isHttps = (address: unknown): boolean =>
  typeof address === 'string' && URL.canParse(address) && new URL(address).protocol === 'https:';

function addressFaults(manifest: Document): readonly PackageFault[] {
  const faults: PackageFault[] = [];
  const developer = (manifest['developer'] ?? {}) as Document;
  for (const key of ['websiteUrl', 'privacyUrl', 'termsOfUseUrl']) {
    if (!isHttps(developer[key]))
      faults.push({ where: `developer.${key}`, what: 'must be an https address' });
  }
  for (const tab of (manifest['staticTabs'] ?? []) as readonly Document[]) {
    const url = tab['contentUrl'];
    const domains = (manifest['validDomains'] ?? []) as readonly string[];
    if (!isHttps(url)) faults.push({ where: 'staticTabs.contentUrl', what: 'must be an https address' });
    else if (!domains.includes(new URL(String(url)).host)) {
      faults.push({ where: 'validDomains', what: `must name ${new URL(String(url)).host}` });
    }
  }
  for (const domain of (manifest['validDomains'] ?? []) as readonly string[]) {
    const tooWide = domain.includes('*') || /^(localhost|127\.|\[)/.test(domain);
    if (tooWide)
      faults.push({ where: 'validDomains', what: `${domain}: name the server's own public domain` });
  }
  return faults;
}

/** Every sentence of the manifest has its English counterpart. */
function untranslated(manifest: Document, english: Document): readonly PackageFault[] {
  const paths: string[] = ['name.short', 'name.full', 'description.short', 'description.full'];
  const tabs = (manifest['staticTabs'] ?? []) as readonly Document[];
  tabs.forEach((_tab, index) => paths.push(`staticTabs[${index}].name`));
  const bots = (manifest['bots'] ?? []) as readonly {
    commandLists: readonly { commands: readonly object[] }[];
  }[];
  bots.forEach((bot, botIndex) =>
    bot.commandLists.forEach(({ commands }, listIndex) =>
      commands.forEach((_command, index) => {
        const path = `bots[${botIndex}].commandLists[${listIndex}].commands[${index}]`;
        paths.push(`${path}.title`, `${path}.description`);
      }),
    ),
  );
  const extensions = (manifest['composeExtensions'] ?? []) as readonly {
    commands: readonly { parameters: readonly object[] }[];
  }[];
  extensions.forEach(({ commands }, extension) =>
    commands.forEach(({ parameters }, index) => {
      const path = `composeExtensions[${extension}].commands[${index}]`;
      paths.push(`${path}.title`, `${path}.description`);
      parameters.forEach((_parameter, place) =>
        paths.push(`${path}.parameters[${place}].title`, `${path}.parameters[${place}].description`),
      );
    }),
  );
  return paths
    .filter((path) => typeof english[path] !== 'string')
    .map((path) => ({ where: `en.json ${path}`, what: 'is not translated' }));
}

function colorFaults(icon: Uint8Array | undefined): readonly PackageFault[] {
  const { width, height } = readPng(icon);
  return width === 192 && height === 192
    ? []
    : [{ where: 'color.png', what: 'must be a PNG of 192 by 192 pixels' }];
}

/** The outline icon is white on nothing: Teams colours it itself. */
function outlineFaults(icon: Uint8Array | undefined): readonly PackageFault[] {
  const { width, height, pixels } = readPng(icon);
  if (width !== 32 || height !== 32) {
    return [{ where: 'outline.png', what: 'must be a PNG of 32 by 32 pixels' }];
  }
  for (let at = 0; at < pixels.length; at += 4) {
    const [red, green, blue, alpha] = pixels.subarray(at, at + 4);
    const white = red === 255 && green === 255 && blue === 255;
    if (!white && alpha !== 0)
      return [{ where: 'outline.png', what: 'must be white on a transparent ground' }];
  }
  return [];
}
