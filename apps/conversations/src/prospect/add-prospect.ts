import { Injectable } from '@nestjs/common';
import { DomainError, fact, ProspectCreatedV1, toE164 } from '#contracts';
import { Outbox } from '#bus';
import { Database, newId } from '#database';
import { NameLocks } from '../inbound/locks.js';
import { SearchIndex } from './search-index.js';

/** The seller adds somebody by hand; when she writes by WhatsApp from this number later, she is known. */
@Injectable()
export class AddProspectByHand {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly locks: NameLocks,
    private readonly search: SearchIndex,
  ) {}

  /** @returns his id @throws DomainError PROSPECT_KNOWN with the `prospectId` of who has the number, VALIDATION_FAILED naming `phone` */
  async add(sellerId: string, fullName: string, writtenPhone: string): Promise<string> {
    const phone = toE164(writtenPhone, 'phone');
    await this.locks.share([sellerId]);
    await this.locks.take([`${sellerId}|e164|${phone}`]);
    const [known] = await this.db.rows<{ id_prospect: string }>(
      `select id_prospect from identites_prospect where id_utilisateur = $1 and type_identite = 'e164' and valeur = $2`,
      [sellerId, phone],
    );
    if (known) throw new DomainError('PROSPECT_KNOWN', 'conflict', { prospectId: known.id_prospect });
    const prospectId = newId();
    await this.db.run(
      `insert into prospects (id_prospect, id_utilisateur, numero_telephone, nom_complet, source_acquisition) values ($1, $2, $3, $4, 'manuel')`,
      [prospectId, sellerId, phone, fullName],
    );
    await this.db.run(
      `insert into identites_prospect (id_utilisateur, type_identite, valeur, id_prospect) values ($1, 'e164', $2, $3)`,
      [sellerId, phone, prospectId],
    );
    await this.search.add([{ prospectId, sellerId, name: fullName, phone }]);
    await this.outbox.add([
      fact(ProspectCreatedV1, { prospectId, fullName, phone, source: 'manuel' }, { sellerId, key: prospectId, version: 1 }),
    ]);
    return prospectId;
  }
}
