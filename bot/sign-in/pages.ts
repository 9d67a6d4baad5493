/** The pages that somebody sees who could not sign in: what happened, and what to do. They work without a script or a style sheet of the build. */
const PAGES = {
  spent: {
    title: 'Ce lien de connexion ne sert plus',
    text: 'Un lien de connexion ne sert qu’une fois et expire au bout d’une heure. Celui-ci a déjà servi, a expiré ou est incomplet.',
  },
  throttled: {
    title: 'Trop d’essais de connexion',
    text: 'Plusieurs liens refusés ont été essayés depuis cette adresse. Attendez une minute, puis ouvrez votre lien à nouveau.',
  },
} as const;

const COMMAND =
  'npx guichet advisor add --name "Votre nom" --email vous@exemple.fr --desk abc --role advisor';

/** @param page which refusal; the markup holds nothing that the visitor sent. */
export function refusalPage(page: keyof typeof PAGES): string {
  const { title, text } = PAGES[page];
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Guichet</title>
<style>
:root { color-scheme: light dark; --paper: #faf8f4; --ink: #1f2a2e; --line: #d9d4c9; --quiet: #566065; }
@media (prefers-color-scheme: dark) { :root { --paper: #161b1d; --ink: #e9e6df; --line: #394347; --quiet: #a9b2b5; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 "Segoe UI", system-ui, sans-serif; }
main { max-width: 34rem; margin: 15vh auto 0; padding: 0 24px; }
h1 { font-size: 20px; line-height: 1.3; margin: 0 0 8px; }
p { margin: 0 0 16px; }
.quiet { color: var(--quiet); }
code { display: block; padding: 12px; border: 1px solid var(--line); border-radius: 8px; font-size: 14px; overflow-wrap: anywhere; }
a { color: inherit; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p>Demandez un nouveau lien à la personne qui administre Guichet. Elle l’obtient avec cette commande, sur le serveur :</p>
<p><code>${COMMAND}</code></p>
<p class="quiet">Déjà connecté dans ce navigateur ? <a href="/advisor">Ouvrir la file des demandes</a>.</p>
</main>
</body>
</html>
`;
}
