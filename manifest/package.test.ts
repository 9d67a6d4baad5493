import { unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { packageFaults } from './check';
import type { AppSettings } from './manifest';
import { buildPackage, packageFiles } from './package';

const SETTINGS: AppSettings = {
  appId: '11111111-2222-3333-4444-555555555555',
  publicUrl: 'https://guichet.example.org',
  version: '1.2.3',
  developer: 'Guichet',
  websiteUrl: 'https://example.org',
  privacyUrl: 'https://example.org/privacy',
  termsOfUseUrl: 'https://example.org/terms',
};
const built = (rest: Partial<AppSettings> = {}) => buildPackage({ ...SETTINGS, ...rest }, __dirname);
const text = (content: Uint8Array | undefined): string => Buffer.from(content ?? []).toString('utf8');

it('is a zip of the manifest, its English words and two icons, with ids and domain filled in', () => {
  const result = built();
  if (!('zip' in result)) throw new Error(JSON.stringify(result.faults));
  const files = unzipSync(result.zip);
  expect(Object.keys(files).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
  expect(JSON.parse(text(files['manifest.json']))).toMatchObject({
    manifestVersion: '1.29',
    id: SETTINGS.appId,
    bots: [{ botId: SETTINGS.appId, scopes: ['personal', 'team', 'groupChat'] }],
    composeExtensions: [{ botId: SETTINGS.appId, commands: [{ id: 'searchTickets', type: 'query' }] }],
    staticTabs: [{ entityId: 'queue', contentUrl: 'https://guichet.example.org/advisor' }],
    validDomains: ['guichet.example.org'],
  });
});

it('the same settings give the same bytes', () => {
  expect(built()).toEqual(built());
});

it('asks for no permission', () => {
  const manifest = text(packageFiles(SETTINGS, __dirname)['manifest.json']);
  expect(manifest).not.toMatch(/permissions|devicePermissions|authorization/);
});

it('lets Teams tell our server who opens the tab, and no other', () => {
  const manifest = JSON.parse(text(packageFiles(SETTINGS, __dirname)['manifest.json'])) as {
    readonly webApplicationInfo: unknown;
  };
  const { appId, publicUrl } = SETTINGS;
  expect(manifest.webApplicationInfo).toEqual({
    id: appId,
    resource: `api://${new URL(publicUrl).host}/${appId}`,
  });
});

it.each<[string, Partial<AppSettings>, string]>([
  ['an id that is no GUID', { appId: 'guichet' }, 'manifest.json/id'],
  ['an address without https', { privacyUrl: 'http://example.org/privacy' }, 'developer.privacyUrl'],
  ['a name that Teams would cut', { developer: 'x'.repeat(33) }, 'manifest.json/developer/name'],
  ['a server that only this machine reaches', { publicUrl: 'https://localhost:3978' }, 'validDomains'],
])('%s is refused, with the place', (_what, settings, where) => {
  const result = built(settings);
  expect('faults' in result && result.faults.map((fault) => fault.where)).toContain(where);
});

describe('files', () => {
  const files = packageFiles(SETTINGS, __dirname);
  const png = (size: number, color: readonly number[]): Uint8Array => {
    const picture = new PNG({ width: size, height: size });
    for (let at = 0; at < picture.data.length; at += 4) picture.data.set(color, at);
    return PNG.sync.write(picture);
  };

  it.each<[string, Record<string, Uint8Array>, string]>([
    ['a large outline', { 'outline.png': png(64, [255, 255, 255, 255]) }, 'outline.png'],
    ['a coloured outline', { 'outline.png': png(32, [11, 92, 82, 255]) }, 'outline.png'],
    ['a small colour icon', { 'color.png': png(96, [11, 92, 82, 255]) }, 'color.png'],
    ['an icon that is no picture', { 'color.png': Buffer.from('hello') }, 'color.png'],
    [
      'words without English',
      { 'en.json': Buffer.from('{"name.short":"Guichet"}') },
      'en.json staticTabs[0].name',
    ],
    [
      'a search without English',
      { 'en.json': Buffer.from('{"name.short":"Guichet"}') },
      'en.json composeExtensions[0].commands[0].parameters[0].title',
    ],
  ])('%s is told', (_what, replaced, where) => {
    expect(packageFaults({ ...files, ...replaced }).map((fault) => fault.where)).toContain(where);
  });

  it('as they are, nothing is told', () => {
    expect(packageFaults(files)).toEqual([]);
  });
});
