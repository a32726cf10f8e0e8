import {
  GetNumberRoutes,
  GetSigningKeys,
  GmailPushReceivedV1,
  type Manifest,
  WhatsAppAccountConnectedV1,
  WhatsAppAccountDisconnectedV1,
  WhatsAppUpdateReceivedV1,
} from '#contracts';
import { apiRoutes } from './api/routes.js';

export const gatewayManifest: Manifest = {
  service: 'gateway',
  says: 'The only HTTP door: keeps what third parties announce before it answers them, and asks the services on behalf of signed-in sellers.',
  publishes: [WhatsAppUpdateReceivedV1, GmailPushReceivedV1],
  consumes: [WhatsAppAccountConnectedV1, WhatsAppAccountDisconnectedV1],
  answers: [],
  asks: [...new Set([GetSigningKeys, GetNumberRoutes, ...apiRoutes.flatMap((route) => route.asks)])],
};
