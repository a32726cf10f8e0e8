-- The orders of one seller, with their lines and deliveries.
--   psql -d fluxasync_bd -U fluxasync_rapports -v seller=<id_utilisateur> -f docs/reports/1-orders.sql
select
  u.nom || ' ' || u.prenom as vendeur,
  p.nom_complet as client,
  c.numero_commande,
  pr.nom_produit,
  d.quantite_commandee,
  c.statut_commande,
  l.statut_livraison
from utilisateurs_fluxasync u
join prospects p on p.id_utilisateur = u.id_utilisateur
join commandes c on c.id_prospect = p.id_prospect
join details_commande d on d.id_commande = c.id_commande
join produits pr on pr.id_produit = d.id_produit
left join livraisons l on l.id_commande = c.id_commande
where u.id_utilisateur = :'seller'
order by c.numero_commande, pr.nom_produit;
