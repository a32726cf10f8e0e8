import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { schemaNameOf, type ServiceName } from '#contracts';
import { AD, AMINATA, COURIER, digits, KOUADIO, MAIL, MAILBOX, PHONES, PLATFORM_NUMBER, PRODUCTS, SHOP_NUMBER } from './cast.js';
import { call, DoorRefused } from './http.js';
import { milliseconds, type Progress } from './progress.js';

/** What the story needs to play through the real doors and to see what was written. */
export interface StoryContext {
  readonly gatewayUrl: string;
  readonly sandboxUrl: string;
  /** Address with an administrator's role, to look into a service's tables. */
  readonly adminUrl: (service: ServiceName) => string;
  readonly sellerPassword: string;
  /** Aborted when the launcher stops. */
  readonly aborted: AbortSignal;
}

const PATIENCE_MS = 30_000;

interface Bubble {
  wamid: string;
  direction: 'inbound' | 'outbound';
  phoneNumberId: string;
  text?: string;
  choices?: { id: string; title: string }[];
}

/** Tells the sandbox about the platform's own number, from which notices leave. Needed with and without the story. */
export async function registerPlatformNumber(sandboxUrl: string): Promise<void> {
  await call('POST', `${sandboxUrl}/__sandbox/accounts`, { ...PLATFORM_NUMBER, phone: digits(PLATFORM_NUMBER.phone) });
}

/** Tells the sandbox whose telephones its page shows, and in which role. */
export async function registerPhones(sandboxUrl: string): Promise<void> {
  for (const person of PHONES)
    await call('POST', `${sandboxUrl}/__sandbox/phones`, { ...person, waId: digits(person.phone), phone: digits(person.phone) });
}

/**
 * Plays the story through the real doors: Kouadio sets up his shop by the API, Aminata writes on WhatsApp (signed webhooks from the sandbox), his supplier
 * sends a mail (a Pub/Sub push). Prints each of the seven links of the chain with what was written where and after how many ms.
 * Can be played again after it broke off.
 */
export async function playStory(story: StoryContext, progress: Progress): Promise<void> {
  const play = new Play(story, progress);
  progress.line('\nThe story');
  await progress.step('Kouadio signs up, connects WhatsApp and Gmail, lists 3 products, adds his courier', () =>
    play.setUpShop(),
  );
  await play.chain();
  await play.mail();
}

class Play {
  private token = '';
  private sellerId = '';
  /** Answers on Aminata's phone before the story began: those of a story that broke off. */
  private earlier = 0;

  constructor(
    private readonly story: StoryContext,
    private readonly progress: Progress,
  ) {}

  async setUpShop(): Promise<void> {
    const { sandboxUrl } = this.story;
    await call('POST', `${sandboxUrl}/__sandbox/accounts`, { ...SHOP_NUMBER, phone: digits(SHOP_NUMBER.phone) });
    await call('POST', `${sandboxUrl}/__sandbox/mailboxes`, MAILBOX);
    await registerPhones(sandboxUrl);
    await this.signIn();
    await this.ensure(
      '/v1/whatsapp-accounts',
      [SHOP_NUMBER],
      (item, wanted) => item.phoneNumberId === wanted.phoneNumberId,
      ({ businessAccountId, phoneNumberId, phone, accessToken }) => ({ businessAccountId, phoneNumberId, phone, accessToken }),
    );
    await this.ensure('/v1/email-accounts', [MAILBOX], (item, wanted) => item.email === wanted.email);
    await this.ensure('/v1/products', PRODUCTS, (item, wanted) => item.name === wanted.name);
    await this.ensure('/v1/couriers', [COURIER], (item, wanted) => item.fullName === wanted.fullName);
    // What a customer can be told is what conversations has heard of: the number, the catalogue and the zones travel as events.
    await this.sees(
      'conversations',
      'the shop is known to the assistant',
      `select 1 from produits_copie where id_utilisateur = $1 having count(*) >= ${PRODUCTS.length}`,
    );
    await this.sees(
      'conversations',
      'the number is known to conversations',
      'select 1 from comptes_copie where id_utilisateur = $1',
    );
    await this.sees(
      'conversations',
      'the zones are known to the assistant',
      'select 1 from zones_copie where id_utilisateur = $1',
    );
    await this.sees(
      'notifications',
      'the seller is known to notifications',
      'select 1 from vendeurs_copie where id_utilisateur = $1',
    );
    await this.sees('deliveries', 'the seller is known to deliveries', 'select 1 from vendeurs_copie where id_utilisateur = $1');
  }

  async chain(): Promise<void> {
    this.earlier = (await this.bubbles()).length;
    let written = performance.now();
    const since = () => performance.now() - written;
    await this.write({ text: 'Bonjour, je suis intéressée par vos chaussures Nike', referral: AD });
    await this.link(
      1,
      'prospect',
      since,
      'conversations',
      'select nom_complet, numero_telephone, source_acquisition from prospects where id_utilisateur = $1',
      (r) => `prospects: ${r.nom_complet}, ${r.numero_telephone}, ${r.source_acquisition}`,
    );
    await this.link(
      2,
      'message',
      since,
      'conversations',
      "select c.statut_conversation, m.contenu_message from conversations c join messages m using (id_conversation) where c.id_utilisateur = $1 and m.direction_message = 'entrant'",
      (r) => `conversations (${r.statut_conversation}) + messages: « ${r.contenu_message} »`,
    );
    await this.link(
      3,
      'AI answer',
      since,
      'conversations',
      'select contenu_message from messages where id_utilisateur = $1 and genere_par_ia',
      (r) => `messages, genere_par_ia: « ${short(r.contenu_message)} »`,
    );
    await this.answered(1);
    await this.say('Je fais du 38', 2);
    await this.say('Oui je la prends. Livrez-moi à Cocody, Angré 7ème tranche, Villa 123', 3);
    const recap = (await this.bubbles()).at(-1)!;
    const confirm = recap.choices?.find((button) => button.id.startsWith('confirmer:'));
    if (!confirm) throw new Error(`the assistant's recap has no button to confirm: « ${short(recap.text)} »`);
    this.progress.line(`      Aminata taps « ${confirm.title} »`);
    written = performance.now();
    await this.write({ button: { id: confirm.id, messageId: recap.wamid } });
    await this.link(
      4,
      'order',
      since,
      'orders',
      'select numero_commande, montant_total, statut_commande, nom_produit, quantite_commandee from commandes join details_commande using (id_commande) join produits using (id_produit) where commandes.id_utilisateur = $1',
      (r) =>
        `commandes: ${r.numero_commande}, ${fcfa(r.montant_total)}, ${r.statut_commande} + details_commande: ${r.quantite_commandee}x ${r.nom_produit}`,
    );
    await this.link(
      5,
      'courier',
      since,
      'deliveries',
      'select nom_complet_livreur, date_livraison_prevue, frais_livraison from livraisons join livreurs using (id_livreur) where livraisons.id_utilisateur = $1',
      (r) =>
        `livraisons: ${r.nom_complet_livreur}, ${(r.date_livraison_prevue as Date).toISOString().slice(0, 16)}, ${fcfa(r.frais_livraison)}`,
    );
    await this.link(
      6,
      'notices',
      since,
      'notifications',
      "select count(*)::int as n, string_agg(type_notification, ', ' order by id_notification) as kinds, (array_agg(contenu_notification order by id_notification))[1] as first from notifications where id_utilisateur = $1 having count(*) >= 3",
      (r) => `notifications: ${r.n} (${r.kinds}) « ${short(r.first)} »`,
    );
    await this.link(
      7,
      'figures',
      since,
      'analytics',
      'select messages_recus, commandes_creees, chiffre_affaires_genere from sessions_analytiques where id_utilisateur = $1 and commandes_creees >= 1 and messages_recus >= 4',
      (r) =>
        `sessions_analytiques: ${r.messages_recus} messages, ${r.commandes_creees} commande, ${fcfa(r.chiffre_affaires_genere)}`,
    );
  }

  async mail(): Promise<void> {
    await this.sees(
      'email-intelligence',
      'the mailbox is watched',
      'select 1 from boites where id_utilisateur = $1 and dernier_historique is not null and surveillance_expire is not null',
    );
    const sent = performance.now();
    await call('POST', `${this.story.sandboxUrl}/__sandbox/mail`, { to: MAILBOX.email, ...MAIL });
    const row = await this.sees<Row>(
      'email-intelligence',
      'the mail is stored and analysed',
      'select sujet_email, niveau_priorite, classification_email, action_suggeree, score_confiance from emails_recus join analyses_emails using (id_email) where emails_recus.id_utilisateur = $1',
    );
    this.progress.line(
      `  ✉ ${`mail       emails_recus: ${row.niveau_priorite} + analyses_emails: ${row.classification_email}, ${row.action_suggeree}, ${Number(row.score_confiance)}`.padEnd(66)} ${milliseconds(performance.now() - sent)}`,
    );
    await this.sees(
      'analytics',
      'the mail is counted',
      'select 1 from sessions_analytiques where id_utilisateur = $1 and emails_traites >= 1',
    );
  }

  private async signIn(): Promise<void> {
    const { gatewayUrl, sellerPassword } = this.story;
    const signUp = () =>
      call<{ accessToken: string; sellerId: string }>('POST', `${gatewayUrl}/v1/sellers`, {
        ...KOUADIO,
        password: sellerPassword,
      });
    const session = await signUp().catch((error: unknown) => {
      if (!(error instanceof DoorRefused) || error.status !== 409) throw error;
      return call<{ accessToken: string; sellerId: string }>('POST', `${gatewayUrl}/v1/sessions`, {
        email: KOUADIO.email,
        password: sellerPassword,
      });
    });
    this.token = session.accessToken;
    this.sellerId = session.sellerId;
  }

  /** Posts what a list does not hold yet, so that a story that broke off can go on. */
  private async ensure<T extends object>(
    path: string,
    wanted: T[],
    same: (item: Record<string, unknown>, wanted: T) => boolean,
    body: (wanted: T) => object = (w) => w,
  ): Promise<void> {
    const url = `${this.story.gatewayUrl}${path}`;
    const { items } = await call<{ items: Record<string, unknown>[] }>('GET', url, undefined, this.token);
    for (const one of wanted) if (!items.some((item) => same(item, one))) await call('POST', url, body(one), this.token);
  }

  private async write(content: object): Promise<void> {
    await call('POST', `${this.story.sandboxUrl}/__sandbox/inbound`, {
      from: digits(AMINATA.phone),
      name: AMINATA.name,
      toPhoneNumberId: SHOP_NUMBER.phoneNumberId,
      ...content,
    });
  }

  /** Aminata writes, and waits for the answer. */
  private async say(text: string, answer: number): Promise<void> {
    this.progress.line(`      Aminata: « ${text} »`);
    await this.write({ text });
    await this.answered(answer);
  }

  /** Waits until the shop has answered `n` times on Aminata's phone, and shows the last answer. */
  private async answered(n: number): Promise<void> {
    const bubbles = await this.until(`answer ${n} on Aminata's phone`, async () => {
      const all = await this.bubbles();
      return all.length >= this.earlier + n ? all : undefined;
    });
    this.progress.line(`      ${SHOP_NUMBER.name}: « ${short(bubbles.at(-1)!.text)} »`);
  }

  private async bubbles(): Promise<Bubble[]> {
    const { messages } = await call<{ messages: Bubble[] }>(
      'GET',
      `${this.story.sandboxUrl}/__sandbox/phones/${digits(AMINATA.phone)}/thread?phoneNumberId=${SHOP_NUMBER.phoneNumberId}`,
    );
    return messages.filter((message) => message.direction === 'outbound');
  }

  private async link(
    n: number,
    title: string,
    since: () => number,
    service: ServiceName,
    sql: string,
    show: (row: Row) => string,
  ): Promise<void> {
    const row = await this.sees<Row>(service, title, sql);
    this.progress.line(`  ${n} ${`${title.padEnd(10)} ${show(row)}`.padEnd(66)} ${milliseconds(since())}`);
  }

  /** Waits for a row of Kouadio's in a service's tables. */
  private async sees<T extends object>(service: ServiceName, what: string, sql: string): Promise<T> {
    const client = new Client({
      connectionString: this.story.adminUrl(service),
      connectionTimeoutMillis: 5_000,
      options: `-c search_path=${schemaNameOf(service)}`,
    });
    await client.connect();
    try {
      return await this.until(what, async () => (await client.query<T>(`${sql} limit 1`, [this.sellerId])).rows[0]);
    } finally {
      await client.end();
    }
  }

  private async until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    for (const end = Date.now() + PATIENCE_MS; ;) {
      this.story.aborted.throwIfAborted();
      const seen = await look();
      if (seen !== undefined) return seen;
      if (Date.now() > end) throw new Error(`nothing after ${PATIENCE_MS / 1_000} s: ${what}`);
      await pause(10);
    }
  }
}

type Row = Record<string, unknown>;

const fcfa = (amount: unknown) => `${Number(amount).toLocaleString('de')} FCFA`;
const short = (text: unknown) => {
  const line = String(text ?? '').replaceAll('\n', ' ');
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
};
