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
  provider: {
    title: 'Le service de connexion ne répond pas',
    text: 'Le compte de votre organisation n’a pas pu être vérifié pour le moment. Réessayez dans quelques minutes, ou connectez-vous avec un lien.',
  },
  unfinished: {
    title: 'La connexion n’est pas allée au bout',
    text: 'Elle a duré trop longtemps, a été commencée dans un autre navigateur ou a été refusée. Recommencez depuis la page de connexion.',
  },
  stranger: {
    title: 'Ce compte n’est pas celui d’un conseiller',
    text: 'Vous êtes bien reconnu par votre organisation, mais aucun conseiller de Guichet n’a cette adresse vérifiée.',
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
<p>Demandez un accès à la personne qui administre Guichet. Elle l’obtient avec cette commande, sur le serveur :</p>
<p><code>${COMMAND}</code></p>
<p class="quiet"><a href="/advisor">Revenir à la page de connexion</a>, ou à la file des demandes si vous êtes déjà connecté.</p>
</main>
</body>
</html>
`;
}
