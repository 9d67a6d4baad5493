import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { packageFaults, type PackageFault, type PackageFiles } from './check';
import { englishWords, manifest, type AppSettings } from './manifest';

/** Teams unpacks no dates: a fixed one makes the same settings give the same bytes. */
const MODIFIED = new Date('2026-01-01T00:00:00Z');

/** The files of the Teams app package for an installation. @param folder manifest/ */
export function packageFiles(settings: AppSettings, folder: string): PackageFiles {
  const json = (document: object): Uint8Array => Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
  const icon = (name: string): Uint8Array => readFileSync(join(folder, 'icons', name));
  return {
    'manifest.json': json(manifest(settings)),
    'en.json': json(englishWords()),
    'color.png': icon('color.png'),
    'outline.png': icon('outline.png'),
  };
}

/** The package as a zip, or what is wrong with it. */
export function buildPackage(
  settings: AppSettings,
  folder: string,
): { readonly zip: Uint8Array } | { readonly faults: readonly PackageFault[] } {
  const files = packageFiles(settings, folder);
  const faults = packageFaults(files);
  return faults.length > 0 ? { faults } : { zip: zipSync({ ...files }, { mtime: MODIFIED }) };
}
