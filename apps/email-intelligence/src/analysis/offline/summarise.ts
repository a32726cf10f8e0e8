import type { MailJudgement, MailToAnalyse } from '../mail-analyst.js';
import { plain } from './plain.js';

const OPENING: Record<MailJudgement['classification'], string> = {
  urgent: 'Message urgent de',
  commande: 'Commande ou devis de',
  facture: 'Facture ou paiement demandé par',
  fournisseur: 'Nouvelle d’un fournisseur,',
  client: 'Message d’un client,',
  publicite: 'Publicité de',
  notification: 'Message automatique de',
  autre: 'Message de',
};

const LONGEST_SENTENCE = 180;
const LINK = /\b(https?:\/\/|www\.)\S+/gi;
const GREETING =
  /^(bonjour|bonsoir|salut|cher|chere|madame|monsieur|cordialement|bien a vous|merci( d'avance| beaucoup| bien)?[ .,!]*$|salutations|sinceres|bonne (journee|reception)|a bientot)\b/;
/** What makes a sentence worth telling: figures, dates, goods, money, a demand. */
const TELLING =
  /\d|\b(fcfa|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|aujourd'hui|stock|disponib|livr|command|factur|paie|paye|echeance|confirm|repon|urgen|prix|avant le)/g;

/** A summary in French: who writes about what, the one or two sentences that say most, and what is expected. Links are left out: this text travels on to WhatsApp. */
export function summarise(
  mail: MailToAnalyse,
  { classification, action }: Pick<MailJudgement, 'classification' | 'action'>,
): string {
  const who = mail.fromName.trim() || mail.from;
  const subject = mail.subject.replace(/^((re|fw|fwd|tr)\s*:\s*)+/i, '').trim() || 'sans objet';
  const parts = [`${OPENING[classification]} ${who} : « ${shortened(subject)} ».`, ...bestSentences(mail.text), EXPECTED[action]];
  return parts.filter(Boolean).join(' ').replace(LINK, '[lien]').slice(0, 800).trim();
}

const EXPECTED: Record<MailJudgement['action'], string> = {
  repondre_urgent: 'Une réponse rapide est attendue.',
  repondre: 'Une réponse est attendue.',
  payer: 'Un paiement est à vérifier.',
  verifier: 'À vérifier.',
  lire: '',
  archiver: '',
};

/** At most two sentences, the most telling ones, in the order of the mail; quoted mail and signatures left out. */
function bestSentences(text: string): string[] {
  const own = text
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .split(/\n-- ?\n|\n_{5,}|\nLe .{5,80} a écrit\s*:/)[0]!;
  const sentences = own
    .slice(0, 20_000)
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((sentence) => sentence.replace(LINK, '[lien]').replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence.replaceAll('[lien]', '').length >= 15 && !GREETING.test(plain(sentence)));
  const chosen = [...new Set(sentences)]
    .map((sentence, at) => ({ sentence, at, worth: (plain(sentence).match(TELLING) ?? []).length }))
    .sort((a, b) => b.worth - a.worth || a.at - b.at)
    .slice(0, 2);
  return chosen.sort((a, b) => a.at - b.at).map(({ sentence }) => ended(shortened(sentence)));
}

const shortened = (text: string): string => {
  const letters = [...text];
  return letters.length > LONGEST_SENTENCE
    ? `${letters
        .slice(0, LONGEST_SENTENCE - 1)
        .join('')
        .trimEnd()}…`
    : text;
};

const ended = (sentence: string): string => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`);
