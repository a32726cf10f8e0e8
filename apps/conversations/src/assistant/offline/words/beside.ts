import { Said } from './phrase.js';

/** What is said to what she says beside goods and place. */
export const besideWords = {
  noted: (): Said => ["C'est noté pour le livreur.", 'Noté, le livreur le saura.'],
  position: (): Said => [
    "J'ai bien reçu votre position, le livreur l'aura.",
    'Votre position est bien arrivée, elle est pour le livreur.',
  ],
  onlyCommune: (): Said => [
    'Il me manque seulement votre commune. Vous êtes dans quelle commune ?',
    'Avec votre position, il ne me faut plus que la commune : laquelle ?',
  ],
  madeSo: (seller: string): Said => [`Noté, je le dis à ${seller}.`, `C'est transmis à ${seller} aussi.`],
  madeAsked: (seller: string): Said => [
    `Je le demande à ${seller}, qui vous répond ici.`,
    `${seller} a votre demande et vous répond ici.`,
  ],
  sameNumber: (): Said => ["C'est noté : le livreur appelle ce numéro-ci.", 'Noté, le livreur appelle ce même numéro.'],
  callsCard: ({ name, phone }: { name?: string; phone: string }): Said => [
    `J'ai bien reçu ce contact. Le livreur appelle ${name ? `${name} au ` : 'le '}${phone} ?`,
    `C'est ${name ?? 'cette personne'} que le livreur appelle, au ${phone} ?`,
  ],
  payment: (seller: string): Said => [
    `Pour le paiement, je transmets à ${seller}, qui vous répond ici. Sans sa réponse, vous payez à la livraison.`,
    `${seller} a votre message pour le paiement et vous répond ici. Sinon, vous payez à la livraison.`,
  ],
  beyondZones: (place: string, seller: string): Said => [
    `Aucun de nos livreurs ne va à ${place}. Je demande à ${seller} ce qui est possible, il vous répond ici.`,
    `Pour ${place}, seul ${seller} peut le dire : il a votre question et vous répond ici.`,
  ],
  /** @param phone hers, where she gave another than the one she writes from */
  couriersNumber: (phone: string | undefined): Said => {
    const hers = phone === undefined ? 'celui avec lequel vous écrivez' : `le ${phone}`;
    return [
      `Quand un livreur a pris votre colis, vous recevez ici son nom et son numéro. Pour vous joindre, il a votre numéro : ${hers}.`,
      `Le numéro du livreur, vous le recevez ici quand il a pris votre colis. Lui a le vôtre : ${hers}.`,
    ];
  },
  paymentAlreadyTold: (seller: string): Said => [
    `Oui, ${seller} a déjà votre message pour le paiement.`,
    `C'est déjà transmis à ${seller} pour le paiement.`,
  ],
  paysAtTheDoor: (): Said => ["C'est noté : paiement à la livraison.", "D'accord pour le paiement à la livraison."],
};
