import { Draft, Utterance } from '../assistant.js';
import { readAmounts } from './amounts.js';
import { withoutArticleTakenBack } from './article-taken-back.js';
import { Product } from './catalogue.js';
import { findProducts } from './naming.js';
import { asFirstElse } from './first-else-said.js';
import { withoutPauses, withShortPlease } from './hesitations.js';
import { Intent, readIntents } from './intents.js';
import { lastWord } from './last-word.js';
import { keepsForbidden } from './leave-it.js';
import { breaksIn } from './lists.js';
import { Mention } from './mention.js';
import { readMentions } from './mentions.js';
import { ofNamedKind } from './named-kind.js';
import { fold, plain, wordsOf } from './normalise.js';
import { withoutPayLandmarks } from './pay-landmark.js';
import { dictates, withoutCodes, withoutDenied } from './not-meant.js';
import { withoutLeaving, withoutListCount } from './said-apart.js';
import { Beside, heardBeside } from './said-beside.js';
import { spokenPhoneInFigures } from './spoken-phone.js';
import { withoutOthersPlace } from './elsewhere-price.js';
import { bringsToNumber } from './set-to.js';
import { withoutSellersName } from './sellers-name.js';
import { Slots } from './slots.js';
import { withoutTakenBack } from './taken-back.js';
import { withThousands } from './thousands.js';
import { readWhereabouts, Whereabouts } from './whereabouts.js';

/** Everything one burst says. */
export interface Understanding extends Whereabouts {
  words: string[];
  intents: Set<Intent>;
  mentions: Mention[];
  /** What was said about no named product in particular. */
  slots: Slots;
  /** Two sizes offered as a choice ("38 ou 39") rather than asked for together. */
  eitherSize: boolean;
  asksSomething: boolean;
  /** Whole FCFA she names, without those that only repeat a name or a count. */
  amounts: number[];
  /** She forbids to take anything off. */
  keeps?: boolean;
  /** What she says beside goods and place. */
  beside?: Beside;
  button?: { action: string; value: string };
}

/** What she wrote, and the answers she pressed instead of writing them. */
export function wordsSaid(inbound: Utterance[]): string[] {
  return inbound.flatMap(({ buttonId, text }) => {
    if (!buttonId) return [spokenPhoneInFigures(withoutPauses(text.normalize('NFC')))];
    return buttonId.startsWith('dire:') ? [buttonId.slice('dire:'.length)] : [];
  });
}

/** Reads a burst against the shop's products; `draft.lastAsked` tells what a bare number or name answers. @param seller the first name by which she may call the seller */
export function understand(inbound: Utterance[], draft: Draft, products: Product[], seller?: string): Understanding {
  const pressed = inbound.findLast((utterance) => utterance.buttonId)?.buttonId;
  const said = wordsSaid(inbound).map((text) => withoutSellersName(text, seller));
  const allowed = said.map(withoutLeaving).map(keepsForbidden);
  const { messages: written, beside } = heardBeside(
    lastWord(allowed)
      .map(withoutTakenBack)
      .map(withoutOthersPlace)
      .map((text) => withoutArticleTakenBack(text, products)),
    (words) => findProducts(words, products).length > 0,
  );
  const intents = readIntents(withoutPayLandmarks(fold(written.join('\n'))));
  const { where, rest } = readWhereabouts(written, draft, products, intents);
  const result: Understanding = {
    ...where,
    words: [],
    intents,
    mentions: [],
    slots: { sizes: [], colors: [] },
    eitherSize: false,
    asksSomething: false,
    amounts: [],
    ...(beside ? { beside } : {}),
    ...(allowed.join() !== said.map(withoutLeaving).join() ? { keeps: true } : {}),
    ...(pressed ? { button: { action: pressed.split(':')[0] ?? '', value: pressed.split(':').slice(1).join(':') } } : {}),
  };
  readGoods(result, withShortPlease(asFirstElse(rest.join('\n'))), draft, products);
  return result;
}

function readGoods(result: Understanding, text: string, draft: Draft, products: Product[]): void {
  const words = withThousands(
    withoutDenied(wordsOf(withoutCodes(withoutListCount(text, products), products)), draft),
    draft,
    products,
  );
  result.words = words;
  result.asksSomething = text.includes('?') || ['price', 'availability'].some((intent) => result.intents.has(intent as Intent));
  result.eitherSize = /\d ou (en |du |le |la )?\d/.test(plain(text));
  result.amounts = dictates(words) ? [] : readAmounts(words);
  const read = readMentions(words, draft, products, result.intents.has('allOfThem'), breaksIn(text, words));
  const { slots } = read;
  const mentions = ofNamedKind(read.mentions, words);
  // "diminue les stan smith à 2" haggles for nothing
  if (result.amounts.length === 0 && (mentions.some(({ setTo }) => setTo !== undefined) || bringsToNumber(words, slots)))
    result.intents.delete('bargain');
  // "c'est du cuir ?" asks about what is being talked about, it names no other article
  result.mentions =
    result.intents.has('detail') &&
    (draft.interest ||
      draft.lines.some((line) => mentions.some(({ candidates }) => candidates.some(({ id }) => id === line.productId))))
      ? []
      : mentions;
  result.slots = slots;
}
