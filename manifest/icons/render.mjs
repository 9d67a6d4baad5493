// Draws color.png (192 x 192) and outline.png (32 x 32, white on nothing) from the SVGs beside this file, with the system's Chromium:
//   node manifest/icons/render.mjs
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const [name, size] of [
  ['color', 192],
  ['outline', 32],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(new URL(`${name}.svg`, import.meta.url), 'utf8');
  await page.setContent(`<style>body{margin:0;background:transparent}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: new URL(`${name}.png`, import.meta.url).pathname, omitBackground: true });
}
await browser.close();
