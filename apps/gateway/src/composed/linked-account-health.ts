import {
  Asks,
  DomainError,
  EmailAccountView,
  GetMailboxHealth,
  GetWhatsAppHealth,
  id,
  ListEmailAccounts,
  ListWhatsAppAccounts,
  MailboxHealth,
  nested,
  notFound,
  WhatsAppAccountView,
  WhatsAppHealth,
} from '#contracts';
import type { Ask } from '../api/route.js';

const ABSENT = 'How well it works; absent when it is disconnected, or was linked a moment ago';

/** A linked business number with how well it works. */
export class WhatsAppAccountWithHealth extends WhatsAppAccountView {
  @nested(ABSENT, () => WhatsAppHealth, { optional: true }) health?: WhatsAppHealth;
}

/** A linked mailbox with how well it works. */
export class EmailAccountWithHealth extends EmailAccountView {
  @nested(ABSENT, () => MailboxHealth, { optional: true }) health?: MailboxHealth;
}

export class AsksWhatsAppAccountHealth extends Asks<WhatsAppAccountWithHealth> {
  @id('The account') accountId!: string;
}

export class AsksEmailAccountHealth extends Asks<EmailAccountWithHealth> {
  @id('The account') accountId!: string;
}

/** The number as accounts has it, with what those who send and receive with it see. @throws DomainError WHATSAPP_ACCOUNT_NOT_FOUND */
export async function whatsAppAccountHealth(
  { accountId }: AsksWhatsAppAccountHealth,
  ask: Ask,
): Promise<WhatsAppAccountWithHealth> {
  const account = found('whatsapp_account', accountId, (await ask(ListWhatsAppAccounts, {})).items);
  return withHealth(account, () => ask(GetWhatsAppHealth, { accountId }));
}

/** The mailbox as accounts has it, with what those who read it see. @throws DomainError EMAIL_ACCOUNT_NOT_FOUND */
export async function emailAccountHealth({ accountId }: AsksEmailAccountHealth, ask: Ask): Promise<EmailAccountWithHealth> {
  const account = found('email_account', accountId, (await ask(ListEmailAccounts, {})).items);
  return withHealth(account, () => ask(GetMailboxHealth, { accountId }));
}

function found<A extends { id: string }>(what: string, accountId: string, accounts: A[]): A {
  const account = accounts.find((one) => one.id === accountId);
  if (!account) throw notFound(what, accountId);
  return account;
}

async function withHealth<A extends { status: string }, H>(account: A, healthOf: () => Promise<H>): Promise<A & { health?: H }> {
  if (account.status !== 'connected') return account;
  try {
    return { ...account, health: await healthOf() };
  } catch (error) {
    // The account is the caller's; who uses it has not heard of it yet.
    if (error instanceof DomainError && error.kind === 'not-found') return account;
    throw error;
  }
}
