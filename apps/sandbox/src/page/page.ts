import { SCRIPT } from './script.js';
import { STYLE } from './style.js';

/** One self-contained page: the phones of the registered people side by side. `?phones=waId,waId` chooses which. */
export const PAGE = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>FluxAsync : les téléphones</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>Les téléphones de l’histoire</h1><span id="etat" role="status">connexion…</span></header>
<main></main>
<script>${SCRIPT}</script>
</body>
</html>
`;
