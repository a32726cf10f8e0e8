import { plain } from './normalise.js';

export type Intent = keyof typeof RULES;

/** What a customer may want, as sentences of plain words (see normalise.ts: accents gone, SMS spelling written out, spaces around). */
const RULES = {
  greeting: / (bonjour|bonsoir|salut|hello|hi|coucou|cc|salam|akwaba|yo|bjr) /,
  wellbeing:
    / (comment (allez vous|vas tu|tu vas|vous allez|ca va)|(?<!ok |ouais |oui |d accord |\d |une |deux |trois |seule? |euros? |dollars? |francs? |fcfa |mille |f )ca va(?! (aller|faire|prendre|me|bien avec))|vous allez bien|la forme|quoi de neuf|on dit quoi|tu dis quoi|comment tu vas) /,
  thanks: / (merci|thanks|remercie|dieu (te|vous|nous|le) (benisse|garde|protege|donne)|barka|amen|amina) /,
  goodbye: / (au revoir|a bientot|bonne (journee|soiree|nuit)|a plus|bye|a demain) /,
  price: / (combien(?! de temps)|prix|coute|coutent|tarif|tarifs|ca fait|a combien) /,
  availability:
    / (disponible|en stock|vous avez|avez vous|tu as|as tu|il y a|existe|il (en )?reste|il vous reste|y en a|trouve|vendez|est ce que vous avez|ca existe) /,
  want: / (j ai prends|je (le |la |les |l |en )?(veux|prends|voudrais)(?! ((y )?reflechir|savoir|connaitre|voir|demander|parler|lui|vous|me|juste|une info|des info|plus|pas|avoir (le|les|des|une|un) (prix|info|renseignement|photo)))|je (le |la |les |l |en )?(commande|reserve|achete|choisis)|je (vais|veux|peux) (le |la |les |l |en )?(prendre|commander|acheter|reserver)|j (en |l )?(achete|aimerais (prendre|commander|acheter|avoir))|il (me )?faut|envoyez|envoie (moi)?|reservez|reserve (moi)?|mettez (moi)?|mets (moi)?|donnez moi|donne moi|on prend|je prendrai|je prendrais|commander|pour commander|ajoutez|ajoute|rajoutez|rajoute|remets|remettez|j en (veux|prends|voudrais)) /,
  more: / (encore (une|un|\d+|deux|trois)|(la|le|les) memes? (en|mais en|(?:pour|a) (?:ma|mon|mes|sa|son|elle|lui|moi|notre))|une autre|un autre|aussi|en plus|ajoutez|ajoute|rajoutez|rajoute|remets|remettez|remettre|de plus|egalement) /,
  yes: / (oui|ok|va pour (ca|cela)|on fait comme ca|d accord|ca marche|c est bon|parfait|vas y|allez y|allons y|on fait ca|bien sur|c est ca|exact|exactement|entendu|nickel|super|ca me va|je (le |la |les |l )?(prends|confirme|valide)|confirme|confirmer|valide|valider|volontiers|top) /,
  no: / (non|pas (la|le|les|ca|encore|interesse|interessee)|c est pas ca|ce n est pas ca|laisse|laissez) /,
  cancel:
    / (annule|annuler|annulez|annulation|laisse tomber|laissez tomber|laisse ca|laissez ca|j ai change d avis|je ne veux plus (rien|commander|de la commande)|je (ne )?(veux|prends) plus (de )?(ma|la|cette|les|mes|ces) commandes?|je veux plus (rien|commander)?|c est (mort|gate)|j en veux plus(?= $)|je n en veux plus|on laisse|laisse tout|pas la peine|plus besoin|on oublie|oubliez|je ne prends plus|je prends plus rien) /,
  remove:
    / ((?:enleve|enlevez|enlever|retire|retirez|retirer)(?! (?:moi |nous |lui )?(?:un peu|quelque chose|quelques|un truc|combien))|supprime|supprimez|supprimer|ote|otez|sans (la|le|les)|(ne )?(veux|prends|voulais) plus (la|le|les|de|des)|pas besoin de|laisse la|laissez la|laissez les|annulez? (la|le|les) (?!commande|livraison)) /,
  replace:
    / (a la place|remplace|remplacez|remplacer|plutot|au lieu|changez|change|changer|finalement|en fait|modifier|modifiez|corriger|rectifiez|echangez) /,
  double: / (double|doubles|doublez|doubler|doublons) ((moi|nous) )?((la|le|les|ma|mon|mes|l|tout|toutes?|tous|ca) |$)/,
  allOfThem: / (les (deux|trois|2|3)|toutes?|tous|chacune?|pareil|meme (taille|pointure)) /,
  delivery:
    / (livraison|(les|quels?|des|vos|combien de) frais|livrer|livrez|livre|livrent|expedition|expediez|expedier|transport|deplacement|domicile) /,
  deliveryDelay:
    / ((livr[a-z]+|recevoir|recois|arrive|arriver|avoir (la|le|les|ca)).* (quand(?! meme)|delai|combien de temps|quel jour|quelle heure|aujourd hui|demain|ce soir|jours|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|week end)|(quand(?! meme)|delai|combien de temps|quel jour|aujourd hui|demain|c est quand).* (livr[a-z]+|recevoir|recois|arrive)|c est (pour )?quand(?! meme)|(c est|possible|livr\w+|avoir|recevoir|aujourd hui) (\w+ ){0,3}avant \d{1,2} (h|heures?)|avant \d{1,2} (h|heures?) (c est )?(possible|aujourd hui)|quels? delais?|(pour|avant) (lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|ce soir|aujourd hui|midi|ce week end)|(tres |plus |trop )?(vite|urgent|rapidement|presse|pressee)) /,
  zones:
    / ((ou|quelles? (zones?|communes?|villes?|quartiers?)|dans quelles? \w+).*livr[a-z]+|livr[a-z]+ (ou|partout|dans quelles?|quelles? (zones?|communes?)|jusqu ou)|zones? de livraison) /,
  sizesThere:
    / ((quelles?|quel|autres?|toutes? les|vos|quoi comme|c est quoi les?|quoi les) (autres? )?(taille|pointure|capacite|format)s?(?! (\d|me |vous me|je (dois|prends)|conseill))|(taille|pointure)s? (disponible|il y a|vous avez|il reste)) /,
  colorsThere:
    / ((quelles?|quel|autres?|toutes? les|vos|quoi comme|d autres) (autres? )?couleurs?|c est quoi les couleurs|quoi les couleurs|les couleurs c est quoi|couleurs? (disponible|il y a|vous avez|il reste)|(il y a|existe|vous avez|avez vous) (en |d )?(quelles?|autres?) couleurs?) /,
  cheapest:
    / (les? moins chere?s?|la moins chere|moins cher (que )?vous avez|le plus bas prix|les? plus abordables?|pas trop cher) /,
  hours:
    / (horaires?|ouvert|ouverte|ouverts|ouvrez|ouvre|fermez|(?<!(on|je|nous|tu) )ferme|fermeture|ouverture|ouvrables|travaillez) /,
  location:
    / (vous etes (ou|a|sur|situe|situes|base|bases|dans quel)|ou (etes vous|se trouve|est (la|votre))|votre (boutique|magasin) (est|se|c est) ?(ou|situe)?|adresse de (la|votre) (boutique|magasin)|(la|votre) (boutique|magasin) (est|se trouve) ou|quel(le)? (quartier|commune) (etes|vous)|localisation|(vous avez|avez vous|il y a) (une|un) (boutique|magasin|local|point de vente|adresse)|(passer|venir|viens|passe|trouver|voir) (\w+ )?(a la|a votre|au|en|dans (la|votre|le)) (boutique|magasin|shop|local)|(boutique|magasin|shop) physique|(vous |c est )?(situe|localise)s? (ou|a quel endroit)|(vous|tu) (te |vous )?trouv\w+ (ou|dans quel)|ou (ce )?que vous etes|(tu|vous) (es|etes) (basee?s? )?ou|c est (ou|vers ou) (la |votre )?(boutique|magasin|shop)) /,
  payment:
    / (payer|paie|paye|paiement|wave|orange money|momo|mobile money|moov|mtn|avance|acompte|especes?|cash|carte bancaire) /,
  bargain:
    / (dernier prix|ca fait (trop|beaucoup|cher)|reduction|reductions|remise|remises|promos?|promotions?|moins cher|trop cher|tres cher|c est cher|trop chere|diminue[sz]?|baisse[sz]?|(?:reduire|reduis|reduisez|reduit|rabattre|rabattez)(?! (?:a|le nombre|la quantite|sur la livraison|la livraison))|rabais|prix d ami|un geste|petit prix|arrange|arrangez|arranger|solde|soldes|(faites|fais|faire|offrez|offre|donnez|donne|ajoutez|mettez|petit|avez|as|de|en) (moi |nous |un |le |mon |de )*cadeau(?! (?:a|pour|de) (?:ma|mon|mes|sa|son|ses|un|une|la|le|quelqu|notre))|bon prix|meilleur prix|dernier|negocier|negociable|discuter|discutable|debattre|fixe|(me |tu )?(faire|fais|faites|laisse|laisses|laissez) (moi |la |le |les )*(a|pour) \d{2,}|c est trop(?! (loin|tard|tot|petit|grand|long|court|beau|joli|bien|serre|large|bon|fort|doux))|c est (tres |trop |bien )?chaud|trop eleve|pas cher|casser le prix|faveur|effort|(vous|tu) (exager\w*|abuse\w*)|(faites|fais|faire) (moi |nous )?(un |mon |un petit |un bon )prix|(?:enleve|enlevez|enlever|retire|retirez|retirer) (?:moi |nous |lui )?(?:un peu|quelque chose|quelques|un truc|combien)|dernier mot|(le )?moins (cher )?possible|au plus bas|trop haut) /,
  status:
    / ((rien|pas|jamais) (recu|ete livre)|ma commande( \w+){0,3} (quoi|ou|comment|niveau|arrive|arrivee|quand|prete|partie)|ou en est|ou est|suivi|suivre|(?<!(votre|ton|vos|un|le) )statut|etat|toujours pas (recu|livre|arrive)|pas encore (recu|livre|arrive)|j attends (toujours|ma|mon)|mon colis|ma livraison|mon livreur|le livreur (est|arrive|vient|n est)|et ma commande|ma commande (est|arrive|ou|n est|vient|c est)) /,
  human:
    / (parler (a|avec|au) .*|(lui|vous|leur) parler|(le|son|votre|ton|un) (numero|contact) (du|de|de la|direct|pour (appeler|joindre))|numero (du|de la) (vendeur|patron|boutique|gerant|responsable)|un humain|une humaine|vraie? personne|un agent|service client|appelez moi|rappelez moi|(vous|tu) m (appelle|appelles|appelez|rappelez|rappelle|rappelles)|m appeler|me rappeler|appelle moi|rappelle moi|un conseiller|(le (vendeur|patron|gerant|proprietaire|responsable)|la (patronne|gerante|vendeuse))(?! (?:de|d|du) (?!la boutique|boutique|magasin))|y a quelqu un) /,
  robot:
    / (robot|bot|intelligence artificielle|une ia|machine qui|c est automatique|vraie personne|etes vous humain|tu es humain) /,
  // she would fetch the goods herself: only the shop knows whether and where
  collect:
    / ((venir|viens|vient|viendrai|viendrais|viendra|passer|passe|passerai|passera|aller|vais|envoyer quelqu un|envoie quelqu un) (moi meme |te |vous )?(les? |la |l |en |ca |tout |ma commande |mon colis |mes \w+ )?(chercher|recuperer|retirer|prendre (les? |la |l |ca |ma |mon |mes |sur place|chez vous|moi meme|a la boutique|au magasin|au shop|en boutique))|(recuperer|retirer|chercher|prendre|recupere|retire|prends|recupererai|prendrai) (les? |la |l |ca |tout |ma commande |mon colis |mes \w+ )?(directement )?(sur place|moi meme|a la boutique|a votre boutique|dans (la|votre) boutique|au magasin|dans (le|votre) magasin|au shop|en boutique|en magasin|chez vous)|(retrait|recuperation) (sur place|en boutique|en magasin|a la boutique|au magasin)|a emporter|click and collect|pick ?up) /,
  complaint:
    / (rembours[a-z]*|casse|cassee|dechire|dechiree|defaut|defectueux|defectueuse|pas la bonne|echanger (mes|ma|mon|la|les|une)|faire un echange|mauvaise (taille|pointure|couleur)|abime|abimee|plainte|reclamation|retourner|probleme (avec|sur|de)|pas satisfaite?|pas contente?|mecontente?) /,
  authentic:
    / (premiere main|seconde main|deuxieme main|d occasion|friperie|original|originale|originaux|originales|authentique|authentiques|copie|copies|contrefacon|garantie|(du|des|de|les|la) (vrai|vraie|vraies|vrais|faux|fausse|fausses)) /,
  trust: / (arnaque|arnaqueur|arnaqueurs|fiable|confiance|serieux|serieuse|peur) /,
  photo: / (photo|photos|image|images|video|videos) /,
  catalogue:
    / (catalogue|(quelles?|quels?|vos) (categories?|sortes?|types?|genres?|qualites?)|modeles?|qu est ce que vous (avez|vendez)|(vous|tu) (avez|vendez|as|vends) quoi|vos (articles|produits|chaussures|prix|baskets)|la liste|liste|quoi comme|montrez|(?<!(?:\d|une|deux|trois|quatre|la|cette|votre) )montre|autre chose|autres (chaussures|modeles|articles|produits)|d autres|que vendez vous|qu avez vous|les chaussures|des chaussures|des baskets) /,
  again:
    / ((la|les) memes? (choses?|commande|articles?|produits?)|(comme|que) (la derniere fois|hier|d habitude|avant)|(pareil|idem) que) /,
  recap:
    / (recap|recapitulatif|recapitule|resume|panier|total|en tout|ca fait combien|combien (pour )?(le )?tout|(le tout|tout ca) (c est|ca fait|fait)|combien les (deux|trois|2|3)|ma commande) /,
  insult:
    / (idiots?|idiote|imbeciles?|connard|connasse|conne|voleurs?|voleuse|escrocs?|merde|batard|pute|fdp|ta mere|ta gueule|ferme ta|cretins?|abruti|nul|nuls|nulle|foutaises?|couillon|bandits?|con|chier|(es|etes) (vraiment |trop )?(bete|betes|fou|fous|malade|malades)) /,
  detail:
    / ((c est|est ce|il est|elle est|sont) (du|de la|de l|en|fait en|un vrai|une vraie|de bonne|solide|lourd|etanche|impermeable)|quelle matiere|made in|fabriquee? (ou|en|a)|(ca|elle|il) vient d ou|quelle (provenance|origine)|quelle marque|quelle qualite|ca (dure|tient|chauffe|marche) (bien|longtemps)|(c est|est ce|il est|elle est|elles sont|sont|est) (\w+ )?(confortables?|resistante?s?|legere?s?|lavables?|souples?|durables?)) /,
  interest:
    / (interesse|interessee|m interesse|plait|cherche|recherche|j aimerais|besoin|(vu|vue|vois|viens de|trouve) (sur |par |de )?(votre|vos|ton|tes|la|une|l) (pub|pubs|publicite|annonce|statut|page|post|story|video|tiktok|facebook|instagram)) /,
  thinking:
    / ((je )?(re)?(passe|passerai|viens|viendrai|commande|commanderai|prends|prendrai|ecris|ecrirai) (\w+ )?(demain|plus tard|la semaine prochaine|a la fin du mois|lundi|quand j aurai)(?! (a|au|pour|vers|matin a) )|demain je (re)?(passe|viens|commande|prends|ecris|vous)|je (vais |veux |dois |voudrais )?(y )?(reflechir|reflechis|reviens|verrai|vous reviens)|plus tard|pas maintenant|je vous (dis|tiens au courant|ecris|recontacte)|je te dis|un instant|attends|attendez|une minute|je vais voir) /,
} as const;

/** Every intent the text carries; several are common ("bonjour, c combien le 38 ?"). */
export function readIntents(text: string): Set<Intent> {
  const words = plain(text);
  return new Set((Object.keys(RULES) as Intent[]).filter((intent) => RULES[intent].test(words)));
}
