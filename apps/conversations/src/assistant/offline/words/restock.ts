import { Said } from './phrase.js';

/** What is said of goods that are not there, or still are. */
export const restockWords = {
  told: (seller: string): Said => [
    `Je ne connais pas la date. ${seller} est prévenu et vous répond ici.`,
    `${seller} sait que vous l'attendez et vous écrit ici ; je n'ai pas de date.`,
  ],
  stillThere: (article: string): Said => [`Oui, ${article} est disponible.`, `Oui, j'ai toujours ${article}.`],
  kept: (): Said => ["D'accord, je n'enlève rien.", 'Rien ne change, tout reste.'],
  noTrouble: (): Said => ['Il n’y a pas de mal 🙏', 'Pas de souci.'],
  compared: (lines: string[], seller: string): Said => [
    `${lines.join('\n')}\nC'est une affaire de goût : lequel prenez-vous ? Pour un conseil, dites « parler à ${seller} ».`,
    `${lines.join('\n')}\nLequel vous plaît le plus ? ${seller} peut vous conseiller.`,
  ],
};
