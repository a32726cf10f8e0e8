import { DataSource } from 'typeorm';
import { ListConversations, ListMessages, ListProspects } from '#contracts';
import { newId } from '#database';
import { conversationsMigrations } from '../src/migrations/index.js';
import { startConversations } from './shop.js';
import { emptyStage } from './stage.js';

it('finds who wrote before there was a search, puts reactions on their messages, knows which conversations the seller holds and whom kept updates are about', async () => {
  const { world, whatsapp, stop } = await emptyStage();
  const [sellerId, prospectId, taken, called] = [newId(), newId(), newId(), newId()];
  await world.migrate('conversations', conversationsMigrations.slice(0, 1));
  const admin = await new DataSource({ type: 'postgres', url: world.adminUrl, schema: 'conversations' }).initialize();
  try {
    await admin.query('set search_path = conversations');
    await admin.query(
      `insert into prospects (id_prospect, id_utilisateur, numero_telephone, nom_complet, source_acquisition)
       values ('${prospectId}', '${sellerId}', '+2250598765432', 'Aminata Traoré', 'direct')`,
    );
    await admin.query(
      `insert into conversations (id_conversation, id_prospect, id_utilisateur, id_compte_whatsapp, statut_conversation, motif_humain)
       values ('${taken}', '${prospectId}', '${sellerId}', gen_random_uuid(), 'humain', 'Le vendeur répond lui-même'),
              ('${called}', '${prospectId}', '${sellerId}', gen_random_uuid(), 'humain', 'réclamation')`,
    );
    await admin.query(
      `insert into messages (id_message, id_conversation, id_utilisateur, contenu_message, direction_message, date_creation, type_message, phone_number_id, wamid,
                             contenu_brut, statut_message)
       values (gen_random_uuid(), '${called}', '${sellerId}', 'Bonjour', 'entrant', now(), 'text', '1', 'wamid.1', '{}', 'recu'),
              (gen_random_uuid(), '${called}', '${sellerId}', 'Réaction 👍', 'entrant', now(), 'reaction', '1', 'wamid.2',
               '{"type": "reaction", "reaction": {"message_id": "wamid.1", "emoji": "👍"}}', 'recu')`,
    );
    const kept = {
      preference: { wa_id: '2250504030201', user_id: 'CI.1', category: 'marketing_messages', value: 'stop' },
      echo: { to: '+2250504030202', id: 'wamid.e' },
      other: { user_id_update: [{ wa_id: '2250504030203', user_id: { previous: 'CI.2', current: 'CI.3' } }] },
    };
    for (const [kind, item] of Object.entries(kept))
      await admin.query(
        `insert into mises_a_jour_gardees (id_mise_a_jour, id_utilisateur, phone_number_id, motif, contenu) values (gen_random_uuid(), $1, '1', 'destinataire_inconnu', $2)`,
        [sellerId, JSON.stringify({ event: { kind, item }, meta: {} })],
      );
    const service = await startConversations(world, whatsapp);
    expect((await world.ask(ListMessages, { conversationId: called }, sellerId)).items).toMatchObject([
      { text: 'Bonjour', reactions: [{ emoji: '👍', by: 'customer' }] },
    ]);
    for (const search of ['traore', '9876', '05 98'])
      expect((await world.ask(ListProspects, { search }, sellerId)).items).toMatchObject([{ id: prospectId }]);
    expect((await world.ask(ListConversations, { search: 'aminata', unread: false }, sellerId)).items).toHaveLength(2);
    expect(
      await service.db.asWorker(() =>
        service.db.rows('select id_conversation from conversations where derniere_main is not null'),
      ),
    ).toEqual([{ id_conversation: taken }]);
    const awaited = await service.db.asWorker(() =>
      service.db.rows<{ personnes: string[] }>(`select personnes from mises_a_jour_gardees order by contenu->'event'->>'kind'`),
    );
    expect(awaited.map(({ personnes }) => personnes.sort())).toEqual([
      ['2250504030202'],
      ['2250504030203', 'CI.2'],
      ['2250504030201', 'CI.1'],
    ]);
  } finally {
    await admin.destroy();
    await stop();
  }
}, 90_000);
