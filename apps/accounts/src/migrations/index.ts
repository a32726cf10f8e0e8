import { AccountsTables1764000000000 } from './accounts-tables.js';
import { ReplacedTokens1766000000060 } from './replaced-tokens.js';
import { SessionsOfTheTeam1766000000070 } from './sessions-of-the-team.js';
import { TeamTables1766000000010 } from './team-tables.js';

export const accountsMigrations = [
  AccountsTables1764000000000,
  TeamTables1766000000010,
  ReplacedTokens1766000000060,
  SessionsOfTheTeam1766000000070,
];
