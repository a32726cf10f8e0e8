-- What one prospect and the shop wrote to each other.
--   psql -d fluxasync_bd -U fluxasync_rapports -v prospect=<id_prospect> -f docs/reports/2-conversation.sql
select
  p.nom_complet,
  m.contenu_message,
  m.direction_message,
  m.genere_par_ia,
  m.date_creation
from prospects p
join conversations c on c.id_prospect = p.id_prospect
join messages m on m.id_conversation = c.id_conversation
where p.id_prospect = :'prospect'
order by m.date_creation, m.id_message;
