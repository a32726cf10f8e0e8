/** The look of the page: WhatsApp's colours, phones side by side, one at a time behind tabs on a narrow screen. */
export const STYLE = `
:root { color-scheme: light; --green: #008069; --out: #d9fdd3; --paper: #efeae2; --ink: #111b21; --faint: #667781; --blue: #53bdeb }
* { box-sizing: border-box }
body { margin: 0; font: 15px/1.35 system-ui, sans-serif; color: var(--ink); background: #d8dbd9; min-height: 100dvh; display: flex; flex-direction: column }
body > header { display: flex; gap: .4rem 1rem; align-items: center; flex-wrap: wrap; padding: .45rem 1rem; background: #fff; border-bottom: 1px solid #d1d7db }
body > header h1 { font-size: 1.05rem; margin: 0 }
#etat { color: var(--faint); font-size: .85rem; margin-left: auto }
nav, [role=tablist] { display: flex; gap: .4rem; align-items: center; min-width: 0 }
[role=tablist] { overflow-x: auto; scrollbar-width: thin }
[role=tab], .nouveau-client summary { flex: none; font: inherit; font-size: .85rem; line-height: 1.2; color: var(--ink); background: #f0f2f5; border: 1px solid #d1d7db; border-radius: 1rem; padding: .25rem .8rem; cursor: pointer; text-align: left; max-width: 9rem; position: relative }
[role=tab] small { display: block; color: var(--faint); overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
[role=tab].affiche { background: var(--out); border-color: var(--green) }
[role=tab].nouveau::after { content: ''; position: absolute; top: .3rem; right: .45rem; width: .55rem; height: .55rem; border-radius: 50%; background: #25d366 }
.nouveau-client { position: relative; flex: none }
.nouveau-client summary { list-style: none; padding: .65rem .8rem; background: none; border-style: dashed; color: var(--faint) }
.nouveau-client summary::-webkit-details-marker { display: none }
.nouveau-client form { position: absolute; z-index: 3; top: calc(100% + .3rem); right: 0; padding: .5rem; gap: .4rem; background: #fff; border-radius: .6rem; box-shadow: 0 .2rem .8rem #0004 }
.nouveau-client input { font: inherit; font-size: 16px; width: 11rem; border: 1px solid #d1d7db; border-radius: .4rem; padding: .45rem .6rem }
.nouveau-client form > button { width: auto; border-radius: .4rem; padding: 0 .8rem; font-size: 1rem }
main { flex: 1; display: flex; flex-wrap: wrap; justify-content: center; gap: 1rem; padding: 1rem }
.vide { max-width: 34rem; margin: 3rem auto; background: #fff; padding: 1.2rem 1.5rem; border-radius: .8rem }
.telephone { flex: 1 1 19rem; min-width: 0; max-width: 26rem; display: none; flex-direction: column; height: min(46rem, calc(100dvh - 6rem)); background: var(--paper); border: .5rem solid #1b1f22; border-radius: 1.6rem; overflow: hidden; box-shadow: 0 .3rem 1rem #0003 }
.telephone.affiche { display: flex }
.proprietaire { background: #1b1f22; color: #e9edef; font-size: .8rem; text-align: center; padding: 0 .5rem .35rem }
.entete { background: var(--green); color: #fff; padding: .55rem .8rem; display: flex; gap: .6rem; align-items: center }
.avatar { width: 2.2rem; height: 2.2rem; border-radius: 50%; background: #dfe5e7; color: #54656f; display: grid; place-items: center; font-weight: 600; flex: none }
.entete select, .entete strong { font: inherit; font-weight: 600; color: inherit; background: transparent; border: 0; max-width: 100%; text-overflow: ellipsis }
.entete select option { color: var(--ink) }
.entete .qui { min-width: 0; flex: 1 }
.entete small { display: block; opacity: .9; min-height: 1.2em; padding-left: .15rem }
.annonce { display: block; font: inherit; font-size: .85rem; text-align: left; border: 0; border-bottom: 1px solid #e9d9a0; background: #fff6d6; color: var(--ink); padding: .4rem .8rem; cursor: pointer; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.annonce[hidden], .versbas[hidden] { display: none }
.annonce::before { content: '🔔 ' }
.cadre-fil { position: relative; flex: 1; min-height: 0; display: flex }
.versbas { position: absolute; right: .8rem; bottom: .6rem; width: 2.3rem; height: 2.3rem; border: 0; border-radius: 50%; background: #fff; color: var(--faint); font-size: 1.1rem; cursor: pointer; box-shadow: 0 1px 4px #0005 }
.fil { flex: 1; min-width: 0; overflow-y: auto; padding: .7rem .6rem; display: flex; flex-direction: column; gap: .3rem; overscroll-behavior: contain }
.jour { align-self: center; background: #fff; color: var(--faint); font-size: .75rem; padding: .15rem .6rem; border-radius: .5rem; margin: .3rem 0 }
.bulle { position: relative; max-width: 85%; align-self: flex-start; background: #fff; border-radius: .6rem; box-shadow: 0 1px 1px #0002; overflow-wrap: anywhere }
.bulle.moi { align-self: flex-end; background: var(--out) }
.bulle.efface .corps { color: var(--faint); font-style: italic }
.bulle.frappe { padding: .65rem .7rem; display: flex; gap: .25rem }
.frappe i { width: .45rem; height: .45rem; border-radius: 50%; background: var(--faint); animation: frappe 1.2s infinite }
.frappe i:nth-child(2) { animation-delay: .2s } .frappe i:nth-child(3) { animation-delay: .4s }
@keyframes frappe { 0%, 60%, 100% { opacity: .3 } 30% { opacity: 1 } }
@media (prefers-reduced-motion: reduce) { .frappe i { animation: none } }
.cadre { display: block; border: 0; background: none; padding: 0; cursor: zoom-in; max-width: 100% }
.bulle .photo { display: block; max-width: 100%; max-height: 16rem; min-width: 6rem; border-radius: .5rem .5rem 0 0; object-fit: cover }
.loupe { border: 0; padding: 0; background: none; max-width: 96vw; max-height: 96dvh; cursor: zoom-out }
.loupe::backdrop { background: #000c }
.loupe img { display: block; min-width: min(20rem, 90vw); max-width: 96vw; max-height: 94dvh; object-fit: contain }
.bulle .vocal { display: block; width: 15rem; max-width: 100%; height: 2.6rem; margin: .3rem 0 0 }
.bulle .document { display: block; padding: .6rem .7rem; margin: .3rem .3rem 0; background: #0000000a; border-radius: .4rem; color: inherit; text-decoration: none }
.bulle .document small { display: block; color: var(--faint) }
.citation { margin: .3rem .3rem 0; padding: .25rem .5rem; border-left: .25rem solid var(--green); background: #0000000a; border-radius: .3rem; font-size: .85rem; color: #54656f; cursor: pointer }
.citation b { display: block; color: var(--green); font-size: .8rem }
.citation span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }
.reactions { position: absolute; right: .5rem; bottom: -.7rem; background: #fff; border-radius: 1rem; padding: 0 .3rem; font-size: .85rem; box-shadow: 0 1px 2px #0004 }
.bulle:has(.reactions) { margin-bottom: .8rem }
.raison { padding: 0 .55rem .35rem; font-size: .78rem }
.actions summary, .joindre summary { list-style: none; cursor: pointer; color: var(--faint); text-align: center }
.actions summary::-webkit-details-marker, .joindre summary::-webkit-details-marker { display: none }
.actions summary { position: absolute; top: 0; right: 0; width: 1.8rem; height: 1.4rem; line-height: 1.2rem; border-radius: .6rem; opacity: .55 }
.actions summary:hover, .actions summary:focus-visible, .actions[open] summary { opacity: 1; background: #fffc }
@media (hover: hover) { .actions:not([open]) summary { opacity: 0 } .bulle:hover .actions summary, .actions summary:focus-visible { opacity: 1 } }
.menu { position: absolute; z-index: 2; background: #fff; border-radius: .6rem; box-shadow: 0 .2rem .8rem #0004; padding: .3rem; width: max-content; max-width: 17rem }
.actions .menu { top: 1.5rem; left: 0 }
.bulle.moi .actions .menu { left: auto; right: 0 }
.menu > button, .menu > label { display: block; width: 100%; text-align: left; font: inherit; background: none; border: 0; border-radius: .4rem; padding: .5rem .7rem; cursor: pointer; position: relative }
.menu > button:hover, .menu > button:focus-visible, .menu > label:hover, .menu > label:focus-within { background: #0000000d }
.emojis { display: flex } .emojis button { font-size: 1.15rem; width: 2.2rem; height: 2.2rem; border: 0; background: none; border-radius: 50%; cursor: pointer } .emojis button[aria-pressed=true] { background: var(--out) }
.cache { position: absolute; inset: 0; opacity: 0; cursor: pointer; width: 100% }
.note { display: flex; align-items: center; gap: .5rem; padding: .35rem .8rem; background: #f5f6f6; border-left: .25rem solid var(--green); font-size: .85rem }
.note[hidden] { display: none }
.note span { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.note button { border: 0; background: none; font-size: 1.2rem; cursor: pointer }
.tient-boutique .entete { background: #075e8c }
.bulle .corps { padding: .35rem .55rem .25rem; white-space: pre-wrap }
@media (hover: none) { .bulle .corps::before { content: ''; float: right; width: 1rem; height: .8rem } }
.bulle .titre { font-weight: 600; display: block }
.bulle .pied { color: var(--faint); font-size: .8rem; display: block }
.bulle .modele { display: block; font-size: .7rem; color: var(--faint); border-bottom: 1px solid #e9edef; padding: .25rem .55rem }
.bulle time { float: right; margin: .35rem 0 0 .6rem; font-size: .7rem; color: var(--faint) }
.coche { letter-spacing: -.25em; padding-right: .25em }
.coche.lu { color: var(--blue) }
.echec { color: #b3261e }
.choix { display: block; width: 100%; font: inherit; color: #00796b; background: none; border: 0; border-top: 1px solid #0001; padding: .55rem; cursor: pointer; text-align: center; text-decoration: none }
.choix:hover, .choix:focus-visible { background: #0000000a }
.choix small { display: block; color: var(--faint) }
.rangees { border-top: 1px solid #0001 }
.rangees summary { color: #00796b; padding: .55rem; text-align: center; cursor: pointer; list-style: none }
.pub { align-self: center; background: #fff; border: 1px solid #d1d7db; border-radius: .7rem; padding: .8rem; text-align: center; max-width: 90%; margin-top: 1rem }
.pub button { font: inherit; background: var(--green); color: #fff; border: 0; border-radius: 1rem; padding: .45rem 1rem; margin-top: .5rem; cursor: pointer }
form { display: flex; gap: .35rem; padding: .5rem; background: var(--paper); align-items: flex-end }
form textarea { flex: 1; min-width: 0; font: inherit; font-size: 16px; border: 0; border-radius: 1.2rem; padding: .6rem .9rem; resize: none; field-sizing: content; max-height: 8rem }
form > button { flex: none; width: 2.6rem; height: 2.6rem; border-radius: 50%; border: 0; background: var(--green); color: #fff; font-size: 1.1rem; cursor: pointer }
form .micro { background: none } form .micro[aria-pressed=true] { background: #b3261e }
.joindre { position: relative; flex: none }
.joindre summary { width: 2.4rem; height: 2.6rem; line-height: 2.6rem; font-size: 1.3rem; border-radius: 50% }
.joindre .menu { bottom: 3rem; left: 0 }
:focus-visible { outline: 2px solid #027eb5; outline-offset: 1px }
.erreur { background: #fde7e9; color: #8c1d18; font-size: .8rem; padding: .3rem .8rem }
@media (max-width: 44rem) {
  body { height: 100dvh; overflow: hidden }
  body > header { padding: .3rem 0 0; gap: 0; flex-wrap: nowrap; background: var(--green); border: 0 }
  body > header h1, #etat, .proprietaire { display: none }
  nav { flex: 1; gap: 0 }
  [role=tablist] { flex: 1; gap: 0; scrollbar-width: none }
  [role=tab], [role=tab].affiche, .nouveau-client summary { color: #fff; background: none; border: 0; border-bottom: .2rem solid transparent; border-radius: 0; padding: .35rem .15rem; text-align: center; font-size: .8rem }
  [role=tab] { flex: 1 0 0; min-width: 3.8rem }
  [role=tab].nouveau::after { top: .1rem; right: .1rem; background: #ffe082 }
  [role=tab] small { color: inherit; opacity: .85 }
  [role=tab].actif { border-bottom-color: #fff; font-weight: 600 }
  .nouveau-client summary { font-size: .8rem; padding: .75rem .5rem; opacity: .9 }
  main { padding: 0; gap: 0; min-height: 0; flex-wrap: nowrap }
  .telephone, .telephone.affiche { display: none; max-width: none; height: auto; border-width: 0; border-radius: 0; box-shadow: none }
  .telephone.actif { display: flex }
  .entete { padding: .4rem .8rem }
}
`;
