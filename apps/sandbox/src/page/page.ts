import { BUBBLE } from './script/bubble.js';
import { COMPOSER } from './script/composer.js';
import { DOM } from './script/dom.js';
import { PEOPLE } from './script/people.js';
import { PHONE } from './script/phone.js';
import { STAGE } from './script/stage.js';
import { THREAD } from './script/thread.js';
import { STYLE } from './style.js';

/**
 * One self-contained page: a customer's, a seller's and a courier's phone side by side, one at a time on a narrow screen. Who is on stage is chosen by a tap on his
 * name, a new customer is a first name away; `?phones=waId,waId` puts exactly these there. It draws what `/__sandbox/board` says and fetches nothing from anywhere else.
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
<header>
<h1>Les téléphones</h1>
<nav><div role="tablist" aria-label="Qui êtes-vous ?"></div></nav>
<span id="etat" role="status">connexion…</span>
</header>
<main></main>
<script>${[DOM, BUBBLE, COMPOSER, THREAD, PHONE, PEOPLE, STAGE].join('')}</script>
</body>
</html>
`;
