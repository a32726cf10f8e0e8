import { newId } from '#database';
import type { Stage } from './stage.js';
import type { BenchShop } from './shops.js';

/** A customer who has written to a shop. */
export interface BenchCustomer {
  readonly shop: BenchShop;
  readonly prospectId: string;
  readonly conversationId: string;
  /** Digits, as WhatsApp names her. */
  readonly waId: string;
}

/** Telephone numbers go on from here, so that nobody sits twice. */
let seated = 50_000_000;

/** Customers who wrote a moment ago, so many to each shop, as rows: how they got there is not what is measured with them. */
export async function seatCustomers(stage: Stage, shops: readonly BenchShop[], each: number): Promise<BenchCustomer[]> {
  const customers = shops.flatMap((shop) =>
    Array.from({ length: each }, () => ({
      shop,
      prospectId: newId(),
      conversationId: newId(),
      waId: `22505${(seated += 1)}`,
    })),
  );
  const column = <T>(pick: (customer: BenchCustomer) => T) => customers.map(pick);
  const values = [
    column((c) => c.prospectId),
    column((c) => c.conversationId),
    column((c) => c.shop.sellerId),
    column((c) => c.shop.accountId),
    column((c) => c.waId),
  ];
  const from =
    'from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) t(prospect, conversation, vendeur, compte, wa)';
  await stage.rig.sql(
    `with prospects as (
       insert into conversations.prospects (id_prospect, id_utilisateur, numero_telephone, nom_complet, source_acquisition)
       select prospect, vendeur, '+' || wa, 'Aminata Traoré', 'direct' ${from} returning 1
     ), identites as (
       insert into conversations.identites_prospect (id_utilisateur, type_identite, valeur, id_prospect)
       select vendeur, genre, case genre when 'wa_id' then wa else '+' || wa end, prospect ${from}, unnest(array['wa_id', 'e164']) genre returning 1
     )
     insert into conversations.conversations (id_conversation, id_prospect, id_utilisateur, id_compte_whatsapp, adresse_whatsapp, dernier_entrant)
     select conversation, prospect, vendeur, compte, wa, now() ${from}`,
    values,
  );
  await stage.rig.sql('analyze');
  return customers;
}
