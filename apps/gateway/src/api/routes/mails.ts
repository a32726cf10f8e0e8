import { ActOnEmail, GetEmail, ListEmails, MarkEmail } from '#contracts';
import { asks } from '../route.js';

const mails = { tag: 'Mails', scope: 'mails' } as const;

export const mailRoutes = [
  asks('GET /v1/emails', ListEmails, mails),
  asks('GET /v1/emails/:emailId', GetEmail, mails),
  asks('PATCH /v1/emails/:emailId', MarkEmail, mails),
  asks('POST /v1/emails/:emailId/acts', ActOnEmail, { ...mails, status: 202 }),
];
