import type { Voice } from '../assistant.js';
import type { Said } from './words/phrase.js';

/** How one opens, waits and ends. What is sold and for how much is said the same in every tone. */
export interface ToneWords {
  /** The first words to somebody. @param self the name the assistant gives itself */
  greeting(evening: boolean, name: string | undefined, shop: string, self: string | undefined): string;
  greetingAgain(evening: boolean, name: string | undefined): string;
  thinking(): Said;
  welcome(): Said;
  goodbye(): Said;
}

const hello = (evening: boolean, name: string | undefined) => `${evening ? 'Bonsoir' : 'Bonjour'}${name ? ` ${name}` : ''}`;
/** A shop may be called « Chez Tantie » already. */
const at = (shop: string) => (/^chez\b/i.test(shop) ? `c${shop.slice(1)}` : `chez ${shop}`);
const introduced = (self: string | undefined, rest: string) => (self ? ` Je suis ${self}, ${rest}` : '');

export const TONES: Record<Voice['tone'], ToneWords> = {
  chaleureux: {
    greeting: (evening, name, shop, self) =>
      `${hello(evening, name)} 👋 Bienvenue ${at(shop)}.${introduced(self, "l'assistant de la boutique.")}`,
    greetingAgain: (evening, name) => `${hello(evening, name)} 👋`,
    thinking: () => ['Prenez votre temps, je reste à votre disposition.', 'Pas de souci, écrivez-moi quand vous voulez.'],
    welcome: () => ['Avec plaisir !', 'Je vous en prie, je reste là.'],
    goodbye: () => 'Merci à vous, à bientôt !',
  },
  sobre: {
    greeting: (evening, name, shop, self) =>
      `${hello(evening, name)}, bienvenue ${at(shop)}.${introduced(self, "l'assistant de la boutique.")}`,
    greetingAgain: (evening, name) => `${hello(evening, name)}.`,
    thinking: () => 'Bien entendu. Je reste à votre disposition.',
    welcome: () => ['Je vous en prie.', 'À votre service.'],
    goodbye: () => 'Merci. Au revoir.',
  },
  energique: {
    greeting: (evening, name, shop, self) =>
      `${hello(evening, name)} ! 🎉 Bienvenue ${at(shop)} !${introduced(self, "l'assistant de la boutique !")}`,
    greetingAgain: (evening, name) => `${hello(evening, name)} ! 🎉`,
    thinking: () => 'Pas de souci, prenez votre temps, je suis là !',
    welcome: () => ['Avec grand plaisir ! 🙌', 'Toujours là pour vous ! 🙌'],
    goodbye: () => 'Merci beaucoup et à très vite ! 👋',
  },
};
