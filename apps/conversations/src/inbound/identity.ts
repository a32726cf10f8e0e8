import { Injectable } from '@nestjs/common';
import { type EventMeta, fact, ProspectCreatedV1 } from '#contracts';
import { Database, newId } from '#database';
import { Outbox } from '#bus';
import { SearchIndex } from '../prospect/search-index.js';
import { NameLocks } from './locks.js';
import type { InboundItem, Names } from './whatsapp-item.js';

interface Known {
  id: string;
  bsuids: Set<string>;
  /** His name or his number is not known yet. */
  incomplete: boolean;
}

/** WhatsApp named both in one message. */
interface Proof {
  id: string;
  otherId: string;
  sellerId: string;
}

/** Somebody goes by this name from now on who did not before. */
export interface LearnedName {
  sellerId: string;
  value: string;
}

interface NewProspect {
  id: string;
  item: InboundItem;
}

const kinds = (names: Names): [string, string | undefined][] => [
  ['bsuid', names.bsuid],
  ['wa_id', names.waId],
  ['e164', names.e164],
];
const keyOf = (sellerId: string, kind: string, value: string) => `${sellerId}|${kind}|${value}`;

/**
 * Finds the prospect behind each message of a batch, or makes one. WhatsApp's business-scoped id decides, then the WhatsApp id as it came, then the
 * telephone number. A known number under another business-scoped id is another person (the number was given to somebody else).
 */
@Injectable()
export class Identities {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly locks: NameLocks,
    private readonly search: SearchIndex,
  ) {}

  /** Holds every name of these people until the open transaction ends, in one order: batches about the same person take turns, others do not wait. */
  async hold(items: InboundItem[]): Promise<void> {
    await this.locks.take(items.flatMap((item) => [...keysOf(item), ...(item.renamed ? keysOf(item, item.renamed) : [])]));
  }

  /**
   * For who holds the names of these people ({@link hold}).
   * @returns the prospect's id for each item, in the order of `items`, who is made where nobody was known; and the names that were not known before
   */
  async meet(items: InboundItem[]): Promise<{ ids: string[]; learned: LearnedName[] }> {
    const { ids, learned } = await this.resolve(items, true);
    return { ids: ids as string[], learned };
  }

  /** @returns the prospect's id for each item, in the order of `items`; undefined for somebody who never wrote */
  async recognise(items: InboundItem[]): Promise<(string | undefined)[]> {
    if (items.length === 0) return [];
    await this.hold(items);
    return (await this.resolve(items, false)).ids;
  }

  private async resolve(items: InboundItem[], create: boolean): Promise<{ ids: (string | undefined)[]; learned: LearnedName[] }> {
    const keys = [...new Set(items.flatMap((item) => keysOf(item)))];
    const known = await this.known(keys);
    const before = new Map(known);
    const made: NewProspect[] = [];
    const proven: Proof[] = [];
    const incomplete = new Set<string>();
    const ids = items.map((item) => {
      const found = find(item, known);
      if (!found && !create) return undefined;
      const person = found ?? { id: newId(), bsuids: new Set<string>(), incomplete: true };
      if (!found) made.push({ id: person.id, item });
      if (person.incomplete) incomplete.add(person.id);
      if (item.names.bsuid) person.bsuids.add(item.names.bsuid);
      proven.push(...namesakes(item, person, known));
      for (const key of keysOf(item)) if (!found || !known.has(key)) known.set(key, person);
      return person.id;
    });
    await this.save(made);
    // Most people are known by all their names; then there is nothing to write.
    const news = new Map([...known].filter(([key, { id }]) => before.get(key)?.id !== id));
    const learned = news.size > 0 ? await this.remember(news) : [];
    await this.complete(
      items,
      ids.map((id) => (id && incomplete.has(id) ? id : undefined)),
    );
    await this.note(proven);
    return { ids, learned };
  }

  /** He has this business-scoped id as well; who wrote under it before this was heard is him. */
  async alias(prospectId: string, item: InboundItem): Promise<void> {
    await this.note(await this.already(prospectId, item));
    const { sellerId, renamed } = item;
    await this.db.run(
      `insert into identites_prospect (id_utilisateur, type_identite, valeur, id_prospect) values ($1, 'bsuid', $2, $3) on conflict do nothing`,
      [sellerId, renamed!.bsuid, prospectId],
    );
  }

  /** The person goes by new names, and is written to there; the old number is nobody's now, so that whoever gets it next is somebody new. */
  async rename(prospectId: string, item: InboundItem): Promise<void> {
    await this.note(await this.already(prospectId, item));
    const [, sellers, types, values] = columnsOf(keysOf(item, item.renamed));
    // A new user id alone takes no number away.
    if (item.renamed?.waId)
      await this.db.run(`delete from identites_prospect where id_prospect = $1 and type_identite <> 'bsuid'`, [prospectId]);
    await this.db.run(
      `insert into identites_prospect (id_utilisateur, type_identite, valeur, id_prospect) select s, t, v, $4 from unnest($1::uuid[], $2::text[], $3::text[]) n(s, t, v)
       on conflict (id_utilisateur, type_identite, valeur) do update set id_prospect = excluded.id_prospect`,
      [sellers, types, values, prospectId],
    );
    if (!item.renamed?.waId) return;
    await this.db.run('update prospects set numero_telephone = $2, version = version + 1 where id_prospect = $1', [
      prospectId,
      item.renamed.e164 ?? null,
    ]);
    // Also in his conversations with other numbers of the shop: the old number may be a stranger's tomorrow.
    await this.db.run(
      `update conversations set adresse_whatsapp = $2 where id_conversation = any(array(
         select id_conversation from conversations where id_prospect = $1 and adresse_whatsapp is not null order by id_conversation for update))`,
      [prospectId, item.renamed.waId],
    );
    await this.search.add([{ prospectId, sellerId: item.sellerId, phone: item.renamed.e164 }]);
  }

  /** Who wrote under his new names before the change was heard of: whoever has the new user id, or began to write from the new number after he had it. */
  private async already(prospectId: string, item: InboundItem): Promise<Proof[]> {
    const [, sellers, types, values] = columnsOf(keysOf(item, item.renamed));
    const rows = await this.db.rows<{ id_prospect: string }>(
      `select distinct i.id_prospect from unnest($1::uuid[], $2::text[], $3::text[]) n(vendeur, sorte, valeur)
         join identites_prospect i on i.id_utilisateur = n.vendeur and i.type_identite = n.sorte and i.valeur = n.valeur
         join prospects p on p.id_prospect = i.id_prospect
        where i.id_prospect <> $4 and p.efface_le is null and (n.sorte = 'bsuid' or p.date_creation >= $5)`,
      [sellers, types, values, prospectId, item.sentAt],
    );
    return rows.map((row) => ({ id: prospectId, otherId: row.id_prospect, sellerId: item.sellerId }));
  }

  /** Two prospects turned out to be one person: `rapprochements` makes them one, since that takes a lock on all of the seller's people. */
  private async note(proven: Proof[]): Promise<void> {
    if (proven.length === 0) return;
    await this.db.run(
      `insert into preuves_identite (id_prospect, id_autre, id_utilisateur)
       select distinct least(un, autre), greatest(un, autre), vendeur from unnest($1::uuid[], $2::uuid[], $3::uuid[]) t(un, autre, vendeur) on conflict do nothing`,
      [proven.map(({ id }) => id), proven.map(({ otherId }) => otherId), proven.map(({ sellerId }) => sellerId)],
    );
  }

  private async known(keys: string[]): Promise<Map<string, Known>> {
    const rows = await this.db.rows<{ key: string; id_prospect: string; bsuids: string[]; incomplet: boolean }>(
      `select k.key, i.id_prospect, coalesce(b.bsuids, '{}') as bsuids, p.nom_complet is null or p.numero_telephone is null as incomplet
         from unnest($1::text[], $2::uuid[], $3::text[], $4::text[]) k(key, seller, kind, value)
         join identites_prospect i on i.id_utilisateur = k.seller and i.type_identite = k.kind and i.valeur = k.value
         join prospects p on p.id_prospect = i.id_prospect
         left join lateral (select array_agg(valeur) as bsuids from identites_prospect
                             where id_prospect = i.id_prospect and type_identite = 'bsuid') b on true`,
      columnsOf(keys),
    );
    const people = new Map<string, Known>();
    const found = new Map<string, Known>();
    for (const row of rows) {
      const person = people.get(row.id_prospect) ?? {
        id: row.id_prospect,
        bsuids: new Set(row.bsuids),
        incomplete: row.incomplet,
      };
      people.set(person.id, person);
      found.set(row.key, person);
    }
    return found;
  }

  private async save(made: NewProspect[]): Promise<void> {
    if (made.length === 0) return;
    const column = (pick: (item: InboundItem) => unknown) => made.map(({ item }) => pick(item) ?? null);
    await this.db.run(
      `insert into prospects (id_prospect, id_utilisateur, numero_telephone, nom_complet, source_acquisition, identifiant_publicite, titre_publicite,
                              url_publicite, ctwa_clid, date_creation)
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::timestamptz[])`,
      [
        made.map(({ id }) => id),
        column((i) => i.sellerId),
        column((i) => i.names.e164),
        column((i) => i.profileName),
        column((i) => i.origin.source),
        column((i) => i.origin.adId),
        column((i) => i.origin.adHeadline),
        column((i) => i.origin.adUrl),
        column((i) => i.origin.ctwaClid),
        column((i) => i.sentAt),
      ],
    );
    await this.search.add(
      made.map(({ id, item }) => ({ prospectId: id, sellerId: item.sellerId, name: item.profileName, phone: item.names.e164 })),
    );
    await this.outbox.addCaused(made.map(({ id, item }) => ({ fact: createdFact(id, item), cause: item.cause as EventMeta })));
  }

  /** A name that pointed to somebody else before points to whom it means now; history stays with the earlier person. @returns what was not known before */
  private async remember(news: Map<string, Known>): Promise<LearnedName[]> {
    const keys = [...news.keys()].sort();
    const [, sellers, types, values] = columnsOf(keys);
    return this.db.rows<LearnedName>(
      `insert into identites_prospect (id_utilisateur, type_identite, valeur, id_prospect)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[])
       on conflict (id_utilisateur, type_identite, valeur) do update set id_prospect = excluded.id_prospect
         where identites_prospect.id_prospect <> excluded.id_prospect
       returning id_utilisateur as "sellerId", valeur as value`,
      [sellers, types, values, keys.map((key) => news.get(key)!.id)],
    );
  }

  /** Fills in a name or number that was not known before; never overwrites one. */
  private async complete(items: InboundItem[], ids: (string | undefined)[]): Promise<void> {
    const news = new Map<string, InboundItem>();
    items.forEach((item, i) => ids[i] && (item.profileName || item.names.e164) && news.set(ids[i], item));
    const rows = [...news].sort(([a], [b]) => (a < b ? -1 : 1));
    if (rows.length === 0) return;
    // Their ids are said twice, and what is missing in one comparison: left to itself PostgreSQL reads all people to find who lacks a name.
    const completed = await this.db.rows<{
      id_prospect: string;
      id_utilisateur: string;
      nom: string | null;
      numero: string | null;
    }>(
      `update prospects p set nom_complet = coalesce(p.nom_complet, n.nom), numero_telephone = coalesce(p.numero_telephone, n.numero), version = p.version + 1
         from (select * from unnest($1::uuid[], $2::text[], $3::text[]) t(id, nom, numero) order by id) n
        where p.id_prospect = any($1::uuid[]) and p.id_prospect = n.id
          and (p.nom_complet, p.numero_telephone) is distinct from (coalesce(p.nom_complet, n.nom), coalesce(p.numero_telephone, n.numero))
       returning p.id_prospect, p.id_utilisateur, p.nom_complet as nom, p.numero_telephone as numero`,
      [rows.map(([id]) => id), rows.map(([, i]) => i.profileName ?? null), rows.map(([, i]) => i.names.e164 ?? null)],
    );
    await this.search.add(
      completed.map((row) => ({ prospectId: row.id_prospect, sellerId: row.id_utilisateur, name: row.nom, phone: row.numero })),
    );
  }
}

const keysOf = (item: InboundItem, names = item.names) =>
  kinds(names).flatMap(([kind, value]) => (value ? [keyOf(item.sellerId, kind, value)] : []));

/** `key`, seller, kind and value as columns for unnest. */
function columnsOf(keys: string[]): [string[], string[], string[], string[]] {
  const parts = keys.map((key) => key.split('|'));
  return [keys, parts.map(([s]) => s!), parts.map(([, k]) => k!), parts.map(([, , ...value]) => value.join('|'))];
}

function find(item: InboundItem, known: Map<string, Known>): Known | undefined {
  const { bsuid } = item.names;
  for (const [kind, value] of kinds(item.names)) {
    const person = value ? known.get(keyOf(item.sellerId, kind, value)) : undefined;
    if (!person) continue;
    if (kind === 'bsuid' || !bsuid || person.bsuids.size === 0 || person.bsuids.has(bsuid)) return person;
  }
  return undefined;
}

/** Others whom this message names too: somebody known by his number alone until now. One who has a user id of his own is another person, who had the number before. */
function namesakes(item: InboundItem, person: Known, known: Map<string, Known>): Proof[] {
  if (!item.names.bsuid) return [];
  return keysOf(item).flatMap((key) => {
    const other = known.get(key);
    return other && other.id !== person.id && other.bsuids.size === 0
      ? [{ id: person.id, otherId: other.id, sellerId: item.sellerId }]
      : [];
  });
}

function createdFact(prospectId: string, item: InboundItem) {
  const { origin, names, profileName } = item;
  return fact(
    ProspectCreatedV1,
    {
      prospectId,
      source: origin.source,
      ...(profileName ? { fullName: profileName } : {}),
      ...(names.e164 ? { phone: names.e164 } : {}),
      ...(origin.adId ? { adId: origin.adId } : {}),
      ...(origin.adHeadline ? { adHeadline: origin.adHeadline } : {}),
    },
    { sellerId: item.sellerId, key: prospectId, version: 1, actor: `prospect:${prospectId}` },
  );
}
