import {
  ConnectEmailAccount,
  ConnectWhatsAppAccount,
  CreateTemplate,
  DisconnectEmailAccount,
  DisconnectWhatsAppAccount,
  ListEmailAccounts,
  ListTemplates,
  ListWhatsAppAccounts,
} from '#contracts';
import { asks } from '../route.js';

const tag = 'Linked accounts';
const owner = true;

export const linkedAccountRoutes = [
  asks('POST /v1/whatsapp-accounts', ConnectWhatsAppAccount, { tag, owner, status: 201 }),
  asks('GET /v1/whatsapp-accounts', ListWhatsAppAccounts, { tag }),
  asks('DELETE /v1/whatsapp-accounts/:accountId', DisconnectWhatsAppAccount, { tag, owner }),
  asks('GET /v1/whatsapp-accounts/:accountId/templates', ListTemplates, { tag }),
  asks('POST /v1/whatsapp-accounts/:accountId/templates', CreateTemplate, { tag, owner, status: 201 }),
  asks('POST /v1/email-accounts', ConnectEmailAccount, { tag, owner, status: 201 }),
  asks('GET /v1/email-accounts', ListEmailAccounts, { tag }),
  asks('DELETE /v1/email-accounts/:accountId', DisconnectEmailAccount, { tag, owner }),
];
