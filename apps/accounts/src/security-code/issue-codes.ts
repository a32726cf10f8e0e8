import { Injectable } from '@nestjs/common';
import { inContext, Outbox, Worker } from '#bus';
import { type Actor, fact, SecurityCodeIssuedV1 } from '#contracts';
import { Database, newId } from '#database';
import { AccountsEnv } from '../accounts.env.js';
import { Passwords } from '../session/passwords.js';
import { ISSUE_CODES } from './code-requests.js';
import { digitsOf, newSecurityCode, PURPOSE, securityCodeContext } from './security-code.js';

interface Asked {
  adresse_email: string;
  id_utilisateur: string | null;
  acteur: Actor;
  id_correlation: string;
}

interface Receiver {
  id_membre: string;
  id_utilisateur: string;
  prenom: string;
  numero_telephone: string;
  /** An invited member who forgot that he has no password yet needs his invitation again. */
  motif: keyof typeof PURPOSE;
}

/** Makes the codes that were asked for. The database keeps a slow hash of a code; the code itself leaves sealed, in the event that it is sent from. */
@Injectable()
export class IssueCodes {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly passwords: Passwords,
    private readonly env: AccountsEnv,
  ) {}

  @Worker({ name: ISSUE_CODES, idleMs: 5_000 })
  async issue(): Promise<number> {
    const [waiting] = await this.db.asWorker(() => this.db.rows('select 1 as found from demandes_code limit 1'));
    if (!waiting) return 0;
    // Hashed before anybody looks whose the address is, and outside the transaction: it is slow on purpose, and takes as long for nobody's address.
    const code = newSecurityCode();
    const hash = await this.passwords.hash(digitsOf(code));
    return this.db.asWorker(async () => {
      const asked = await this.claim();
      if (!asked) return 0;
      const receiver = await this.receiverOf(asked);
      if (receiver)
        await inContext({ actor: asked.acteur, correlationId: asked.id_correlation }, () => this.send(receiver, code, hash));
      return 1;
    });
  }

  private async claim(): Promise<Asked | undefined> {
    const [asked] = await this.db.rows<Asked>(
      `delete from demandes_code where id_demande = (select id_demande from demandes_code order by id_demande limit 1 for update skip locked)
       returning adresse_email, id_utilisateur, acteur, id_correlation`,
    );
    return asked;
  }

  private async receiverOf(asked: Asked): Promise<Receiver | undefined> {
    const [receiver] = await this.db.rows<Receiver>(
      `select id_membre, id_utilisateur, prenom, numero_telephone, case statut when 'invite' then 'invitation' else 'mot_de_passe' end as motif
       from membres where lower(adresse_email) = $1 and ($2::uuid is null or id_utilisateur = $2::uuid)`,
      [asked.adresse_email, asked.id_utilisateur],
    );
    return receiver;
  }

  /** A new code takes the place of the one before. */
  private async send(to: Receiver, code: string, hash: string): Promise<void> {
    const codeId = newId();
    const { said, seconds } = PURPOSE[to.motif];
    const expiresAt = new Date(Date.now() + seconds * 1_000);
    await this.db.run(
      `insert into codes_securite (id_code, id_membre, id_utilisateur, motif, code, date_expiration) values ($1, $2, $3, $4, $5, $6)
       on conflict (id_membre) do update set id_code = excluded.id_code, motif = excluded.motif, code = excluded.code, essais = 0, date_expiration = excluded.date_expiration`,
      [codeId, to.id_membre, to.id_utilisateur, to.motif, hash, expiresAt],
    );
    const payload = {
      codeId,
      purpose: said,
      firstName: to.prenom,
      phone: to.numero_telephone,
      sealedCode: this.env.secretBox.seal(code, securityCodeContext(codeId)),
      expiresAt: expiresAt.toISOString(),
    };
    await this.outbox.add([fact(SecurityCodeIssuedV1, payload, { sellerId: to.id_utilisateur, key: codeId, version: 1 })]);
  }
}
