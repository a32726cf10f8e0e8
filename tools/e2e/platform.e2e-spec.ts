import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiled, eventually, isAlive, PROJECT_ROOT } from '#testing';
import { SHOP_NUMBER } from '../launcher/cast.js';
import { call } from '../launcher/http.js';
import { RunningPlatform } from './running-platform.js';

const report = (name: string) =>
  readFileSync(join(PROJECT_ROOT, 'docs/reports', `${name}.sql`), 'utf8')
    .replace(/^\\.*$/gm, '')
    .replaceAll(/:'(seller|prospect)'/g, '$$1');

describe('the platform, started as a newcomer starts it', () => {
  let platform: RunningPlatform;
  let token: string;
  let seller: string;
  const api = <T>(path: string) => call<T>('GET', `${platform.env.GATEWAY_URL}${path}`, undefined, token);

  beforeAll(async () => {
    compiled('tools/launcher/main.ts');
    platform = await RunningPlatform.create();
    await platform.start();
    const session = await call<{ accessToken: string; sellerId: string }>('POST', `${platform.env.GATEWAY_URL}/v1/sessions`, {
      email: platform.env.SELLER_EMAIL,
      password: platform.env.SELLER_PASSWORD,
    });
    [token, seller] = [session.accessToken, session.sellerId];
  }, 150_000);

  afterAll(() => platform?.dispose(), 30_000);

  it('plays the story and shows the seven links of the chain', () => {
    for (const link of [1, 2, 3, 4, 5, 6, 7]) expect(platform.output).toMatch(new RegExp(`^  ${link} .* ms$`, 'm'));
    expect(platform.output).not.toContain('broke off');
  });

  it('wrote what the story says, to the letter', async () => {
    const [prospect] = await platform.sql('select nom_complet, numero_telephone, source_acquisition from prospects');
    expect(prospect).toEqual({
      nom_complet: 'Aminata Traoré',
      numero_telephone: '+2250598765432',
      source_acquisition: 'pub_facebook',
    });
    const orders = await platform.sql<{ numero_commande: string }>(
      'select numero_commande, montant_total::int, nom_produit, quantite_commandee, details_commande.prix_unitaire::int, adresse_livraison from commandes join details_commande using (id_commande) join produits using (id_produit)',
    );
    expect(orders).toEqual([
      {
        numero_commande: expect.stringMatching(/^CMD-\d{8}-000001$/),
        montant_total: 45_000,
        nom_produit: 'Nike Air Max 90',
        quantite_commandee: 1,
        prix_unitaire: 45_000,
        adresse_livraison: expect.stringContaining('Angré 7ème tranche, Villa 123'),
      },
    ]);
    const [delivery] = await platform.sql(
      "select nom_complet_livreur, frais_livraison::int, adresse_recuperation, extract(hour from date_livraison_prevue at time zone 'UTC')::int as hour from livraisons join livreurs using (id_livreur)",
    );
    expect(delivery).toEqual({
      nom_complet_livreur: 'Mamadou Diabaté',
      frais_livraison: 2_000,
      adresse_recuperation: 'Abobo, Magasin Kouadio Chaussures',
      hour: 14,
    });
    const notices = await platform.sql<{ titre_notification: string; contenu_notification: string }>(
      'select titre_notification, contenu_notification from notifications.notifications order by id_notification',
    );
    expect(notices.length).toBeGreaterThanOrEqual(3);
    expect(notices).toContainEqual({
      titre_notification: 'Nouvelle commande reçue',
      contenu_notification: 'Aminata Traoré a commandé 1x Nike Air Max 90 - Total: 45.000 FCFA',
    });
    const [mail] = await platform.sql(
      'select niveau_priorite, classification_email, action_suggeree, score_confiance::float from emails_recus join analyses_emails using (id_email)',
    );
    expect(mail).toEqual({
      niveau_priorite: 'important',
      classification_email: 'urgent',
      action_suggeree: 'repondre_urgent',
      score_confiance: 0.95,
    });
    const [figures] = await platform.sql(
      'select messages_recus::int, commandes_creees::int, chiffre_affaires_genere::int, emails_traites::int from sessions_analytiques',
    );
    expect(figures).toMatchObject({ commandes_creees: 1, chiffre_affaires_genere: 45_000, emails_traites: 1, messages_recus: 4 });
  });

  it('answers the three reports by SQL and by API alike, to the franc', async () => {
    const reports = platform.env.DATABASE_URL!;
    const [orders, dashboard] = await Promise.all([
      platform.sqlAs(reports, report('1-orders'), [seller]),
      platform.sqlAs<Record<string, string>>(reports, report('3-dashboard')),
    ]);
    const fromApi = await api<{ items: Record<string, unknown>[] }>('/v1/reports/orders');
    expect(fromApi.items).toHaveLength(orders.length);
    const [line] = orders as Record<string, unknown>[];
    for (const value of [line!.numero_commande, line!.nom_produit, line!.statut_commande, line!.statut_livraison])
      expect(Object.values(fromApi.items[0]!)).toContain(value);
    const board = await api<Record<string, unknown>>('/v1/reports/dashboard');
    const numbers = (row: object) =>
      Object.values(row)
        .map(Number)
        .filter((n) => Number.isFinite(n))
        .sort((a, b) => a - b);
    expect(numbers(board)).toEqual(expect.arrayContaining(numbers(dashboard[0]!).filter((n) => n > 0)));
    const [prospect] = await platform.sql<{ id_prospect: string }>('select id_prospect from prospects');
    const history = await platform.sqlAs(reports, report('2-conversation'), [prospect!.id_prospect]);
    const { items } = await api<{ items: unknown[] }>(`/v1/reports/conversations/${prospect!.id_prospect}`);
    expect(items).toHaveLength(history.length);
  });

  it('makes exactly one order of a conversation in whose middle services are killed', async () => {
    const from = '2250701020304';
    const inbound = (content: object) =>
      call('POST', `${platform.env.SANDBOX_URL}/__sandbox/inbound`, {
        from,
        name: 'Fatou Bamba',
        toPhoneNumberId: SHOP_NUMBER.phoneNumberId,
        ...content,
      });
    const answers = async () => {
      const { messages } = await call<{
        messages: { direction: string; wamid: string; text?: string; choices?: { id: string }[] }[];
      }>('GET', `${platform.env.SANDBOX_URL}/__sandbox/phones/${from}/thread?phoneNumberId=${SHOP_NUMBER.phoneNumberId}`);
      return messages.filter((m) => m.direction === 'outbound');
    };
    const answered = (n: number) =>
      eventually(async () => expect((await answers()).length).toBeGreaterThanOrEqual(n), { withinMs: 60_000 });
    const kill = (service: string) => process.kill(platform.pids[service]!, 'SIGKILL');

    await inbound({ text: 'Bonjour, je veux la Adidas Stan Smith en 40' });
    kill('conversations');
    await answered(1);
    await inbound({ text: 'Je la prends. Livraison à Marcory, Zone 4, rue du Canal' });
    await answered(2);
    const recap = (await answers()).findLast((m) => m.choices?.some((b) => b.id.startsWith('confirmer:')))!;
    const button = { id: recap.choices!.find((b) => b.id.startsWith('confirmer:'))!.id, messageId: recap.wamid };
    kill('orders');
    await inbound({ button, duplicates: 3 });
    kill('conversations');
    kill('deliveries');
    await eventually(
      async () => {
        const rows = await platform.sql(
          'select numero_commande, statut_livraison from commandes c join livraisons using (id_commande) join prospects p on p.id_prospect = c.id_prospect where p.numero_telephone = $1',
          [`+${from}`],
        );
        expect(rows).toHaveLength(1);
      },
      { withinMs: 120_000, everyMs: 200 },
    );
    await inbound({ button });
    const { code, output } = await platform.cli('doctor', '--wait', '90');
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
    expect(
      await platform.sql('select 1 from commandes join prospects using (id_prospect) where prospects.numero_telephone = $1', [
        `+${from}`,
      ]),
    ).toHaveLength(1);
  }, 300_000);

  it('lets no agent of the outside world see a token: they are sealed in every table', async () => {
    const rows = await platform.sql<{ access_token: string; jeton_acces: string }>(
      'select access_token, jeton_acces from comptes_whatsapp, comptes_email',
    );
    expect(rows[0]!.access_token).not.toContain(SHOP_NUMBER.accessToken);
    expect(
      JSON.stringify(
        await platform.sql('select contenu from journaux_systeme').catch(() => platform.sql('select * from journaux_systeme')),
      ),
    ).not.toMatch(/EAAB|v1\.\w+\.\w{20}/);
  });

  it('stops at Ctrl-C within 10 s and leaves no process; comes up with its data and does not play again; also after kill -9', async () => {
    const pids = Object.values(platform.pids);
    const { code, ms } = await platform.interrupt();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(15_000);
    expect(pids.filter(isAlive)).toEqual([]);

    await platform.start();
    expect(platform.output).not.toContain('The story');
    expect(await platform.sql('select 1 from commandes')).toHaveLength(2);

    await platform.kill9();
    await platform.start();
    expect(await platform.sql('select 1 from commandes')).toHaveLength(2);
  }, 240_000);
});
