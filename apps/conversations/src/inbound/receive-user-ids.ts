import { Injectable } from '@nestjs/common';
import type { Received, WhatsAppUpdateReceivedV1 } from '#contracts';
import { Identities } from '../identity/identities.js';
import { NewNames } from '../identity/new-names.js';
import { idAt, listAt, objectAt } from './raw.js';
import { type InboundItem, readPerson } from './whatsapp-item.js';

type Owned = { received: Received<WhatsAppUpdateReceivedV1>; sellerId: string };

/** The webhook field that tells of new business-scoped ids. */
export const USER_ID_UPDATE = 'user_id_update';

/** « His user id was A and is B »: WhatsApp's own word that both are one person. */
@Injectable()
export class ReceiveUserIds {
  constructor(
    private readonly identities: Identities,
    private readonly newNames: NewNames,
  ) {}

  /** @returns those that are about nobody we know */
  async receive(owned: Owned[]): Promise<Owned[]> {
    const left: Owned[] = [];
    for (const one of owned) {
      const people = renamedIn(one);
      const ids = await this.identities.recognise(people);
      const known = people.flatMap((person, i) => (ids[i] ? [{ person, prospectId: ids[i] }] : []));
      for (const { person, prospectId } of known) await this.newNames.alias(prospectId, person);
      if (known.length === 0) left.push(one);
    }
    return left;
  }
}

function renamedIn({ received: { event, meta }, sellerId }: Owned): InboundItem[] {
  return listAt(event.item, 'user_id_update').flatMap((update) => {
    const ids = objectAt(update, 'user_id');
    const [previous, bsuid] = [idAt(ids, 'previous'), idAt(ids, 'current')];
    const person = previous && readPerson(event, meta, sellerId, { user_id: previous, wa_id: update['wa_id'] });
    return person && bsuid ? [{ ...person, renamed: { bsuid } }] : [];
  });
}
