/** Words that carry no product: never matched with a typo, never sent to the catalogue search. */
const FRENCH = new Set(
  (
    'a ai aime aimerais air ainsi alors appel appeler apres arrive as assez attend attends au aucun aujourd aussi autre autres aux avant avec avez avoir avons ' +
    'beaucoup belle bien bon bonjour bonne bonsoir boutique c ca carte ce cela celle celui ces cet cette chaque cher chere chez chose choses client combien comme comment ' +
    'commande commander confirme confirmer coucou cout coute couleur couleurs d dans de deja demain demande depuis des deux dire disponible dis dites dix dois donc donne donner donnez du ' +
    'elle elles en encore enfin enleve enlever enlevez est et etait ete etes etre eu eux faire fais fait faites faudra faut fois font fra francs frere ' +
    'gens grand grande grave h hein heure heures homme hommes femme femmes enfant enfants hui il ils interesse interessee j je jour jours jusqu juste ' +
    'l la le les leur livraison livre livrer livrez lui ma madame maintenant mais marche me meme mes merci mettez mieux mille moi moins mon monsieur ' +
    'n ne ni neuf non nos notre nous ok on ont ou oui paire par pardon parle parler pas passe pendant perso personne petit petite peu peut peux photo photos plus plutot plein pointure possible pour pourquoi ' +
    'pouvez prendre prends presente prix puis qu quand quantite que quel quelle quelles quelque quels qui quoi rien s sa sais salut sans se serait ses si soeur soir son sont stock suis suivant sur svp ' +
    't ta taille tant tard te tes toi ton toujours tous tout toute toutes tres trois trop tu un une va vais vas veux vendez vend vente vers veuillez viens voila voir vois vos votre voudrais vous vrai vraiment ' +
    'y chausse chausser fcfa cfa livreur paiement payer argent adresse numero nombre quatre cinq six sept huit acheter achete reserver reservez envoyez envoyer tonton tantie vieux mere ' +
    'nom prenom remise remises reduction reductions promo promos promotion rabais gratuit gratuite cadeau solde soldes pourcent dernier derniers moto taxi an ans mois semaine semaines besoin fille garcon fils pub facebook instagram tiktok whatsapp annonce ami amie copine cousin cousine anniversaire mariage vu recu part autour oncle grand cadeau page internet question info infos information renseignement renseignements porte savoir  appelle jolie beau belles superbe super accord bjr annule annuler changer change finalement retire retirer retirez supprime supprimez remplace remplacez ajoute ajoutez ajouter garde gardez laisse laissez'
  ).split(' '),
);

/** Words for goods in general; they help to recognise a product but never name one on their own. */
const GENERIC = new Set(
  'chaussure chaussures basket baskets tennis sneaker sneakers article articles produit produits modele modeles paire paires marque marques new one top pro max air force classic original originale homme femme enfant'.split(
    ' ',
  ),
);

/** Goods that are worn in sizes even when the seller did not list any. */
const SHOES =
  /\b(chaussures?|baskets?|tennis|sneakers?|sandales?|mocassins?|talons?|escarpins?|bottes?|bottines?|tapettes?|claquettes?|babouches?|crampons?|nike|adidas|puma|jordan|reebok|converse|timberland|vans|asics|fila|balance)\b/;
const CLOTHES =
  /\b(robes?|chemises?|pantalons?|jeans?|jupes?|vestes?|costumes?|boubous?|polos?|maillots?|shirts?|tee|blousons?|pulls?|shorts?|ensembles?)\b/;

export function isFrench(word: string): boolean {
  return FRENCH.has(word);
}

export function isGeneric(word: string): boolean {
  return GENERIC.has(word);
}

/** 'shoes' and 'clothes' are asked for in a size; anything else is not. Text must be folded. */
export function wornAs(text: string): 'shoes' | 'clothes' | undefined {
  if (SHOES.test(text)) return 'shoes';
  return CLOTHES.test(text) ? 'clothes' : undefined;
}

const NUMBERS: Record<string, number> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  douzaine: 12,
  dizaine: 10,
  quinze: 15,
  vingt: 20,
};

/** 'deux' → 2, '2' → 2; undefined when the word is no number. */
export function numberOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d+(\.5)?$/.test(word)) return Number(word);
  return Object.hasOwn(NUMBERS, word) ? NUMBERS[word] : undefined;
}

const COLORS: Record<string, string> = {
  noir: 'noir',
  noire: 'noir',
  black: 'noir',
  blanc: 'blanc',
  blanche: 'blanc',
  white: 'blanc',
  rouge: 'rouge',
  bleu: 'bleu',
  bleue: 'bleu',
  blue: 'bleu',
  vert: 'vert',
  verte: 'vert',
  jaune: 'jaune',
  rose: 'rose',
  gris: 'gris',
  grise: 'gris',
  marron: 'marron',
  beige: 'beige',
  orange: 'orange',
  violet: 'violet',
  violette: 'violet',
  dore: 'doré',
  doree: 'doré',
  argente: 'argenté',
  argentee: 'argenté',
  bordeaux: 'bordeaux',
};

/** The colour a folded word names, in the masculine ('blanche' → 'blanc'). */
export function colorOf(word: string): string | undefined {
  const key = Object.hasOwn(COLORS, word) ? word : word.replace(/s$/, '');
  return Object.hasOwn(COLORS, key) ? COLORS[key] : undefined;
}
