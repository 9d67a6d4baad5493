// Writes dist/web: the pages (index.html, chat.html, advisor.html with hashed assets), widget.js (one small file), and the official
// Web Chat bundle with its licence. Everything is served by ourselves; nothing is fetched from elsewhere at run time.
//   --out DIR     writes there instead      --skip PAGE   leaves a page out (--skip advisor.html)
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, runnerImport } from 'vite';

const WIDGET_LIMIT = 10 * 1024;
/** Beyond this size the best compression takes seconds for a few per cent. */
const SLOW_TO_COMPRESS = 1_000_000;
const TEXT = new Set(['.js', '.css', '.html', '.svg', '.txt', '.json']);

const root = dirname(fileURLToPath(import.meta.url));
const { values: flags } = parseArgs({
  options: { out: { type: 'string' }, skip: { type: 'string', multiple: true, default: [] } },
});
const output = flags.out ? resolve(flags.out) : join(root, '../dist/web');
const say = (line) => process.stderr.write(`${line}\n`);

/** name in dist/web -> entry under web/ */
const PAGES = {
  'index.html': 'demo/index.html',
  'chat.html': 'chat/index.html',
  'advisor.html': 'advisor/index.html',
};

const shared = {
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir: output,
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: false,
    // The largest part is Fluent UI for the queue: 143 kB gzipped.
    chunkSizeWarningLimit: 1_000,
    reportCompressedSize: false,
  },
};

async function writeTokens() {
  const file = join(root, 'design/tokens.css');
  const { module } = await runnerImport(join(root, 'design/css-variables.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  const css = module.cssVariables();
  if (!existsSync(file) || (await readFile(file, 'utf8')) !== css) await writeFile(file, css);
}

async function buildPages() {
  const present = Object.entries(PAGES).filter(([name, entry]) => {
    const there = existsSync(join(root, entry));
    if (flags.skip.includes(name)) return false;
    if (!there) say(`web/${entry} does not exist: ${name} is left out.`);
    return there;
  });
  await build({
    ...shared,
    plugins: [react()],
    build: {
      ...shared.build,
      modulePreload: { polyfill: false },
      rollupOptions: { input: present.map(([, entry]) => join(root, entry)) },
    },
  });
  for (const [name, entry] of present) {
    await rename(join(output, entry), join(output, name));
    await rm(join(output, dirname(entry)), { recursive: true });
  }
}

async function buildWidget() {
  await build({
    ...shared,
    build: {
      ...shared.build,
      lib: {
        entry: join(root, 'widget/main.ts'),
        formats: ['iife'],
        name: 'GuichetWidget',
        fileName: () => 'widget.js',
      },
    },
  });
  const size = (await promisify(gzip)(await readFile(join(output, 'widget.js')), { level: 9 })).length;
  if (size > WIDGET_LIMIT) {
    throw new Error(`widget.js is ${size} bytes gzipped; ${WIDGET_LIMIT} are allowed (web/widget).`);
  }
  say(`widget.js: ${(size / 1024).toFixed(1)} kB gzipped.`);
}

async function copyWebChat() {
  const folder = join(root, '../node_modules/botframework-webchat/dist');
  await copyFile(join(folder, 'webchat.js'), join(output, 'webchat.js'));
  await copyFile(join(folder, 'webchat.js.LICENSE.txt'), join(output, 'webchat.js.LICENSE.txt'));
}

async function compress() {
  const entries = await readdir(output, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && TEXT.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      const quality = content.length > SLOW_TO_COMPRESS ? 9 : constants.BROTLI_MAX_QUALITY;
      const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
      await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }));
      await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
    }),
  );
}

process.env.NODE_ENV = 'production';
await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
await writeTokens();
await buildPages();
await buildWidget();
await copyWebChat();
await compress();
