import { GatewayTables1764000000000 } from './gateway-tables.js';

export const gatewayMigrations = [GatewayTables1764000000000];
