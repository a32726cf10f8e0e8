import { Said } from './phrase.js';

/** What is said of the shop, of the assistant itself, and when a person is needed. */
export const shopWords = {
  ofOthers: (): Said => [
    "Je ne donne aucune information sur d'autres personnes. Que puis-je faire pour vous ?",
    'Les informations des autres clients restent privées.',
  ],
  pleased: (): Said => ['Enchanté !', 'Ravi de vous connaître !'],
  fine: () => 'Ça va très bien, merci !',
  hours: (hours: string): Said => [
    `Nos horaires : ${hours}. Vous pouvez commander ici à toute heure.`,
    `Nous sommes ouverts ${hours}.`,
  ],
  closedNow: (when: string): Said => [
    `La boutique est fermée pour le moment, elle ouvre ${when}. Vous pouvez commander ici à toute heure.`,
    `Nous ouvrons ${when}. Ici, vous pouvez commander à toute heure.`,
  ],
  hoursUnknown: (seller: string): Said => [
    `Je n'ai pas les horaires sous la main. Vous pouvez commander ici à toute heure, et ${seller} vous répondra pour le reste.`,
    `Pour les horaires, ${seller} vous répondra ; ici, vous pouvez commander à toute heure.`,
  ],
  location: (address: string): Said => [
    `La boutique se trouve ici : ${address}. Nous livrons aussi à domicile.`,
    `Nous sommes à cette adresse : ${address}. Nous pouvons aussi vous livrer.`,
  ],
  locationUnknown: (seller: string): Said => [
    `Désolé, je n'ai pas l'adresse de la boutique sous la main. Je demande à ${seller}, qui vous la donne ici ; nous livrons aussi à domicile.`,
    `Pour l'adresse de la boutique, ${seller} est prévenu et vous répond ici. Nous pouvons aussi vous livrer.`,
  ],
  payment: (): Said => [
    'Vous payez à la livraison, quand vous avez votre article en main. Pour un autre moyen de paiement, dites-le moi et je transmets.',
    'Le paiement se fait à la livraison. Si vous préférez un autre moyen, dites-le moi et je transmets.',
  ],
  paymentClaim: (seller: string) =>
    `Merci, j'ai bien reçu votre message. Je préviens ${seller}, qui vérifie le paiement et vous répond ici : une capture ne suffit pas à le constater.`,
  trust: (): Said => [
    "Je comprends. Vous ne payez rien d'avance ici : vous payez à la livraison, après avoir vu votre article.",
    'Soyez tranquille : vous ne payez que lorsque vous avez votre article en main.',
  ],
  robot: (shop: string, seller: string, name: string | undefined): Said => [
    `Je suis ${name ? `${name}, ` : ''}l'assistant de ${shop}, un programme qui répond à toute heure. Si vous préférez parler à ${seller}, dites-le moi.`,
    `Oui, je suis un programme au service de ${shop}. Dites « parler à ${seller} » et je passe la main.`,
  ],
  authentic: (seller: string): Said => [
    `Pour être sûr de l'origine, demandez à ${seller} : dites « parler à ${seller} ».`,
    `Sur ce point, mieux vaut demander : dites « parler à ${seller} » et je passe la main.`,
  ],
  pickup: (seller: string, goods: string, address: string | undefined, hours: string | undefined) =>
    [
      `Vous voulez venir chercher ${goods || 'vos articles'} vous-même : je préviens ${seller}, qui vous confirme ici quand passer.`,
      ...(address
        ? [`La boutique se trouve ici : ${address}.`]
        : [`Désolé, je n'ai pas l'adresse de la boutique sous la main ; ${seller} vous la donne aussi.`]),
      ...(hours ? [`La boutique est ouverte ${hours}.`] : []),
      'Si vous préférez être livré, je reste là.',
    ].join(' '),
  handOver: (seller: string) => `Je passe la main à ${seller}, qui vous répond ici dès que possible.`,
  complaint: (seller: string) =>
    `Je suis désolé pour ce désagrément. Je préviens ${seller}, qui vous répond ici dès que possible.`,
  insult: (seller: string): Said => [
    `Je comprends que vous soyez mécontent. Dites-moi comment vous aider, ou demandez à parler à ${seller}.`,
    `Restons courtois 🙏 Que puis-je faire pour vous ? ${seller} peut aussi vous répondre, dites-le moi.`,
  ],
  puzzled: (seller: string): Said => [
    `Excusez-moi, je n'ai pas bien compris. Vous pouvez me donner le nom d'un article, votre taille ou votre adresse, ou demander à parler à ${seller}.`,
    `Pardon, je n'ai toujours pas saisi. Écrivez-moi par exemple le nom de l'article que vous cherchez, ou « parler à ${seller} ».`,
  ],
  unheard: (): Said => [
    'Je ne peux pas écouter les notes vocales pour le moment. Pouvez-vous m’écrire ce que vous souhaitez ?',
    'Désolé, je ne peux pas écouter ce vocal. Écrivez-moi en quelques mots ce qu’il vous faut.',
  ],
  unreadable: (): Said => [
    "Je ne peux lire que les messages écrits. Pouvez-vous m'écrire ce que vous souhaitez ?",
    'Écrivez-moi en quelques mots ce qu’il vous faut, je vous réponds tout de suite.',
  ],
  smile: (): Said => ['😊 Que puis-je faire pour vous ?', '😄 Dites-moi ce qui vous ferait plaisir.'],
  unseen: (): Said => [
    "J'ai bien reçu votre photo, mais je ne peux pas reconnaître un article sur une image. C'est quel article ? Écrivez-moi son nom.",
    'Je ne peux pas juger d’une photo. Quel est le nom de l’article que vous cherchez ?',
  ],
};
