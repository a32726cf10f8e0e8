import { EndedSessions1766000000070 } from './ended-sessions.js';
import { GatewayTables1764000000000 } from './gateway-tables.js';
import { InterruptedRequests1766000000100 } from './interrupted-requests.js';
import { LiveAndOutgoingTables1766000000020 } from './live-and-outgoing-tables.js';
import { RateWindows1766000000010 } from './rate-windows.js';

export const gatewayMigrations = [
  GatewayTables1764000000000,
  RateWindows1766000000010,
  LiveAndOutgoingTables1766000000020,
  EndedSessions1766000000070,
  InterruptedRequests1766000000100,
];
