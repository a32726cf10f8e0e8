/**
 * Words of everyday talk and of any sale. Alone they name no product and are never taken for a slip of one; within a product's name they
 * count like its other words ("carte mémoire", "air max").
 */
const EVERYDAY = new Set(
  (
    'a ah ai aime aimerais air ainsi alors appel appeler apres arrive as assez attend attends attendez au aucun aucune aujourd aussi autre autres aux avant avec avez avoir avons ' +
    'bas beau beaucoup belle belles bel besoin bien bon bonne bonnes bons bonjour bonsoir boutique but c ca car carrement ce cela celle celles celui ces cest cet cette ceux chaque cher chere cheri chers chez choix chose choses choisi choisis chef ' +
    'client cliente combien comme comment commande commander commandes compris compte confirme confirmer confirmez content contente cool cote coucou cout coute coutent couter coute couleur couleurs cours court ' +
    'd dabord dans de debut deja demain demande demander depuis dernier derniere derniers des desole deux dehors dessus dessous devant dire disponible dis dit dites dix dois doit donc donne donner donnez dont du duo dure durer ' +
    'eh elle elles en encore enfin enleve enlever enlevez ensemble ensuite entre es est et etait ete etes etre eu eux exact exactement exemple existe ' +
    'faire fais fait faites faudra faut fois font forme fort fra francs franc frere freres frangin fin ' +
    'gars genre gens gros gras grand grande grands grave gratuit gratuite grosse h haut hein hello heure heures hier hui hum ' +
    'ici idee il ils importe info infos information inscrit inscrire intention interesse j jamais je jeune joli jolie jolis jour journee jours jusqu jusque juste l la laisse laissez laquelle le lequel les leur lesquels lesquelles livraison livre livrer livrez livreur lui long longue loin ' +
    'ma madame main maintenant mais mal manque marche marcher mauvais mauvaise me meme memes merci mere mes met mets mettez mettre meilleur mi mieux mil mille min mini minute mis mise moi moins mois moment mon monsieur mouf montre montrer montrez ' +
    'n ne nez ni neuf neuve noir nom non nos note notre nous nouveau nouveaux nouvelle nouvelles numero occasion offre oh ok on onze ont ou oui ouvert ' +
    'paie par parce pardon pareil parle parler part pas passe passer payer paye pays pendant pense penser perdu perso personne petit petite petits petites peu peur peut peux photo photos pieds place plait plein plus plusieurs plutot porte porter portent possible pour pourquoi pourquoi pouvez pouvoir ' +
    'pourrait pourrais pourriez premier premiere prend prendre prendrai prends prenez pres presente presque prevu prie pris prix promo propre puis ' +
    'qu qualite quand quantite quartier que quel quelle quelles quelque quelques quels qui quoi quitte rappelle recevoir recu recois reduction reste rester rien rue s sa sais salut san sans savoir se sept sera serait sert servir ses seul seule seulement si sinon soeur soir sois soit son sont sous souvent stock style suis suite suivant sur surtout svp ' +
    't ta taille tant tard tarif te tel temps tes toi tiens ton top total toujours tour tous tout toute toutes tres trop trouve trouver truc tu type un une unique unite utilise va vais valide vas vend vendez vends vendu vente vers veuillez veux via vie viens vient ville vois voir voila voici voit vos votre voudrais voulais voulez vouloir vous vrai vraie vraiment vue vu ' +
    'wave y yako walai weh tantie tonton vieux fcfa cfa f argent adresse cousin cousine cousins ami amie amis copine copain famille mari femme homme enfant enfants fille filles garcon garcons fils bebe maman papa pere oncle oncles dame dames monsieur monsieurs mariage anniversaire fete cadeau ' +
    'permets permettez permettre ecrire ecris ecrit sujet propos auriez aurais montant transport compris demeure monsieur messieurs gater gate peres meres noel rentree boulot service ' +
    'page pub annonce facebook instagram tiktok whatsapp insta statut question questions reponse repond repondez repondre message messages numero telephone contact semaine an ans matin midi nuit lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre ' +
    'charge charges charges trois quatre cinq six huit douze quinze vingt acheter achete achetez achat achats reserver reserve reservez envoyez envoyer envoie ajoute ajoutez ajouter rajoute rajoutez garde gardez gardes retire retirer retirez supprime supprimez remplace remplacez remplacer annule annuler annulez annulation change changer changez modifie modifier modifiez finalement enleve echange echanger echangez laisse veut taille pointure chausse chausser chaque super accord desoler excuse excusez excusez bienvenue moto taxi colis couts frais remise remises rabais pourcent solde soldes geste negocier negocie debattre discuter discute diminue diminuez baisse baissez arrange arrangez arranger voulu aller allez allons alle alla retour revenir reviens revient regarde regarder cherche chercher recherche article articles produit produits modele modeles marque marques chic nickel genial magnifique parfait parfaite vite urgent presse rapidement tranquille certain sur certaine vrais fausse faux original originale authentique garantie garanti garantis voleur voleurs arnaque arnaqueur serieux serieuse confiance'
  ).split(' '),
);

export function isEveryday(word: string): boolean {
  return word.length < 2 || EVERYDAY.has(word);
}
