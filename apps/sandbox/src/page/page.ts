import { BUBBLE } from './script/bubble.js';
import { COMPOSER } from './script/composer.js';
import { DOM } from './script/dom.js';
import { PHONE } from './script/phone.js';
import { STAGE } from './script/stage.js';
import { STYLE } from './style.js';

/**
 * One self-contained page: the phones of the registered people side by side, one at a time behind tabs on a narrow screen.
 * `?phones=waId,waId` chooses which. It draws what `/__sandbox/board` says and fetches nothing from anywhere else.
 */
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
<nav role="tablist" aria-label="Téléphones"></nav>
<main></main>
<script>${[DOM, BUBBLE, COMPOSER, PHONE, STAGE].join('')}</script>
</body>
</html>
`;
