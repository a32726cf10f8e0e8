-- Each seller's figures since the beginning. Right because an order has one row in livraisons at most.
--   psql -d fluxasync_bd -U fluxasync_rapports -f docs/reports/3-dashboard.sql
select
  u.id_utilisateur,
  u.nom || ' ' || u.prenom as vendeur,
  count(distinct p.id_prospect) as nombre_prospects,
  count(distinct c.id_commande) as nombre_commandes,
  coalesce(sum(c.montant_total), 0) as chiffre_affaires,
  count(distinct l.id_livraison) filter (where l.statut_livraison = 'livree') as livraisons_effectuees
from utilisateurs_fluxasync u
left join prospects p on p.id_utilisateur = u.id_utilisateur
left join commandes c on c.id_prospect = p.id_prospect
left join livraisons l on l.id_commande = c.id_commande
group by u.id_utilisateur, u.nom, u.prenom
order by u.nom, u.prenom, u.id_utilisateur;
