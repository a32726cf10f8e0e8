import { Injectable } from '@nestjs/common';
import { currentContext, Workers } from '#bus';
import { type ActOnEmail, DomainError, type EmailActView, invalid, notFound, type QuestionOf } from '#contracts';
import { Database, newId } from '#database';
import { ACT_COLUMNS, type ActRow, actView, STORED } from './email-act.js';

interface Mail {
  accountId: string;
  from: string;
  automatic: boolean;
  mailbox: 'active' | 'reconnexion_requise' | 'a_deconnecter' | 'deconnectee';
  address: string;
}

/** Takes the seller's wish to have something done with a mail; a worker does it in his mailbox. */
@Injectable()
export class ActOnEmails {
  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
  ) {}

  /**
   * The same wish again, while the first is under way, is the first. In the open transaction.
   * @throws DomainError EMAIL_NOT_FOUND, VALIDATION_FAILED, EMAIL_NOT_ANSWERABLE, EMAIL_ACCOUNT_DISCONNECTED, EMAIL_ACCOUNT_RECONNECT_NEEDED
   */
  async act(sellerId: string, { emailId, act, text }: QuestionOf<ActOnEmail>): Promise<EmailActView> {
    const mail = await this.lock(sellerId, emailId);
    const content = contentOf(act, text);
    if (act === 'reply' && (mail.automatic || !mail.from.includes('@')))
      throw new DomainError('EMAIL_NOT_ANSWERABLE', 'conflict', { emailId, automatic: mail.automatic });
    if (mail.mailbox === 'reconnexion_requise')
      throw new DomainError('EMAIL_ACCOUNT_RECONNECT_NEEDED', 'conflict', { accountId: mail.accountId });
    if (mail.mailbox !== 'active') throw new DomainError('EMAIL_ACCOUNT_DISCONNECTED', 'conflict', { accountId: mail.accountId });
    return (
      (await this.underWay(sellerId, emailId, STORED[act], content)) ??
      (await this.add(sellerId, emailId, mail, STORED[act], content))
    );
  }

  /** The lock makes two wishes at once come one after the other. */
  private async lock(sellerId: string, emailId: string): Promise<Mail> {
    const [mail] = await this.db.rows<Mail>(
      `select e.id_compte_email as "accountId", email_expediteur as "from", automatique as automatic, b.etat as mailbox, b.adresse_email as address
       from emails_recus e join boites b using (id_compte_email) where e.id_email = $1 and e.id_utilisateur = $2 for update of e`,
      [emailId, sellerId],
    );
    if (!mail) throw notFound('email', emailId);
    return mail;
  }

  private async underWay(
    sellerId: string,
    emailId: string,
    type: string,
    content: string | null,
  ): Promise<EmailActView | undefined> {
    const [open] = await this.db.rows<ActRow>(
      `select ${ACT_COLUMNS} from actions_emails where id_email = $1 and id_utilisateur = $4 and type = $2 and contenu is not distinct from $3
         and etat in ('en_attente', 'en_cours', 'incertaine') order by id_action limit 1`,
      [emailId, type, content, sellerId],
    );
    return open && actView(open);
  }

  private async add(sellerId: string, emailId: string, mail: Mail, type: string, content: string | null): Promise<EmailActView> {
    const id = newId();
    // Before anything is sent: by it an answer whose fate is unknown is found again.
    const messageId = content === null ? null : `<fluxasync.${id}@${mail.address.split('@').at(-1)}>`;
    const { correlationId, actor, traceparent } = currentContext();
    const [row] = await this.db.rows<ActRow>(
      `insert into actions_emails (id_action, id_email, id_utilisateur, type, contenu, message_id, acteur, id_correlation, traceparent)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${ACT_COLUMNS}`,
      [id, emailId, sellerId, type, content, messageId, actor, correlationId, traceparent ?? null],
    );
    this.db.afterCommit(() => this.workers.wake('actes'));
    return actView(row!);
  }
}

/** @throws DomainError VALIDATION_FAILED */
function contentOf(act: ActOnEmail['act'], text: string | undefined): string | null {
  if (act === 'archive') {
    if (text !== undefined) throw invalid('an archived mail takes no text', [{ field: 'text', problem: 'is only for `reply`' }]);
    return null;
  }
  const content = (text ?? '')
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim();
  if (content === '') throw invalid('a reply has a text', [{ field: 'text', problem: 'is required for `reply`' }]);
  return content;
}
