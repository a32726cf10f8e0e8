import {
  EmailAccountConnectedV1,
  EmailAccountDisconnectedV1,
  EmailAnalysedV1,
  EmailReceivedV1,
  EmailsApiUsedV1,
  GmailPushReceivedV1,
  ListEmails,
  MailboxReconnectNeededV1,
  type Manifest,
} from '#contracts';

export const emailIntelligenceManifest: Manifest = {
  service: 'email-intelligence',
  says: 'Received mail and what it means.',
  publishes: [EmailReceivedV1, EmailAnalysedV1, MailboxReconnectNeededV1, EmailsApiUsedV1],
  consumes: [EmailAccountConnectedV1, EmailAccountDisconnectedV1, GmailPushReceivedV1],
  answers: [ListEmails],
  asks: [],
};
