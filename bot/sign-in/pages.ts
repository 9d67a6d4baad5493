import type { Locale } from '../../data/people/types';
import { wordsOf } from '../../dialogs/scene';

/** The pages that somebody sees who could not sign in. */
export type RefusalPage = 'spent' | 'throttled' | 'provider' | 'unfinished' | 'stranger';

/**
 * What happened, and what to do. It works without a script or a style sheet of the build.
 *
 * @param page which refusal; the markup holds nothing that the visitor sent.
 */
export function refusalPage(page: RefusalPage, locale: Locale): string {
  const words = wordsOf(locale).signIn;
  const { title, text } = words[page];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Guichet</title>
<style>
:root { color-scheme: light dark; --paper: #f6f2ea; --ink: #211f1b; --line: #ddd5c6; --quiet: #5a554b; --surface: #fffdf9; }
@media (prefers-color-scheme: dark) { :root { --paper: #171613; --ink: #f1ece2; --line: #3a372f; --quiet: #b8b0a2; --surface: #211f1b; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 "Segoe UI", system-ui, sans-serif; }
main { max-width: 34rem; margin: 15vh auto 0; padding: 0 24px; }
h1 { font-size: 20px; line-height: 1.3; margin: 0 0 8px; }
p { margin: 0 0 16px; }
.quiet { color: var(--quiet); }
code { display: block; padding: 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); font-size: 14px; overflow-wrap: anywhere; }
a { color: inherit; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p>${words.newLink}</p>
<p><code>${words.command}</code></p>
<p class="quiet"><a href="/advisor">${words.back}</a>${words.orQueue}</p>
</main>
</body>
</html>
`;
}
