import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { columnsOf, type NameKey } from './names.js';
import type { Person } from './who-is-it.js';

/** Somebody goes by this name from now on who did not before. */
export interface LearnedName {
  sellerId: string;
  value: string;
}

/** Which of the seller's people goes by which name. */
@Injectable()
export class NameBook {
  constructor(private readonly db: Database) {}

  /** @returns who goes by these names; one person is one object, whatever he is called */
  async peopleOf(keys: NameKey[]): Promise<Map<NameKey, Person>> {
    const rows = await this.db.rows<{ key: string; id_prospect: string; bsuids: string[]; incomplet: boolean }>(
      `select k.key, i.id_prospect, coalesce(b.bsuids, '{}') as bsuids, p.nom_complet is null or p.numero_telephone is null as incomplet
         from unnest($1::text[], $2::uuid[], $3::text[], $4::text[]) k(key, seller, kind, value)
         join identites_prospect i on i.id_utilisateur = k.seller and i.type_identite = k.kind and i.valeur = k.value
         join prospects p on p.id_prospect = i.id_prospect
         left join lateral (select array_agg(valeur) as bsuids from identites_prospect
                             where id_prospect = i.id_prospect and type_identite = 'bsuid') b on true`,
      columnsOf(keys),
    );
    const people = new Map<string, Person>();
    const found = new Map<NameKey, Person>();
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

  /** A name that pointed to somebody else before points to whom it means now; history stays with the earlier person. @returns what was not known before */
  async remember(news: Map<NameKey, Person>): Promise<LearnedName[]> {
    // Most people are known by all their names; then there is nothing to write.
    if (news.size === 0) return [];
    const keys = [...news.keys()].sort();
    const [, sellers, kinds, values] = columnsOf(keys);
    return this.db.rows<LearnedName>(
      `insert into identites_prospect (id_utilisateur, type_identite, valeur, id_prospect)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[])
       on conflict (id_utilisateur, type_identite, valeur) do update set id_prospect = excluded.id_prospect
         where identites_prospect.id_prospect <> excluded.id_prospect
       returning id_utilisateur as "sellerId", valeur as value`,
      [sellers, kinds, values, keys.map((key) => news.get(key)!.id)],
    );
  }
}
