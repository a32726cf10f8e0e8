import {
  ActOnEmail,
  EmailAccountConnectedV1,
  EmailAccountDisconnectedV1,
  EmailAnalysedV1,
  EmailAnsweredV1,
  EmailReceivedV1,
  EmailsApiUsedV1,
  GetEmail,
  GetMailboxHealth,
  GmailPushReceivedV1,
  ListEmails,
  MailboxReconnectNeededV1,
  type Manifest,
  MarkEmail,
} from '#contracts';

export const emailIntelligenceManifest: Manifest = {
  service: 'email-intelligence',
  says: 'Received mail, what it means, and what is done about it.',
  publishes: [EmailReceivedV1, EmailAnalysedV1, EmailAnsweredV1, MailboxReconnectNeededV1, EmailsApiUsedV1],
  consumes: [EmailAccountConnectedV1, EmailAccountDisconnectedV1, GmailPushReceivedV1],
  answers: [ListEmails, GetEmail, MarkEmail, ActOnEmail, GetMailboxHealth],
  asks: [],
};
