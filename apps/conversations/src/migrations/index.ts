import type { MigrationClass } from '#database';
import { AssistantBudgets1766000000060 } from './assistant-budgets.js';
import { AwaitedPeople1766000000041 } from './awaited-people.js';
import { CatalogueSearch1766000000080 } from './catalogue-search.js';
import { ConversationsTables1764000000000 } from './conversations-tables.js';
import { CorrectedWords1766000000095 } from './corrected-words.js';
import { CostsByOrder1766000000055 } from './costs-by-order.js';
import { EditedOrders1766000000093 } from './edited-orders.js';
import { InboundTables1766000000050 } from './inbound-tables.js';
import { InboxTables1766000000010 } from './inbox-tables.js';
import { KeptEchoes1766000000091 } from './kept-echoes.js';
import { MediaTable1766000000030 } from './media-table.js';
import { PeopleByNumber1766000000042 } from './people-by-number.js';
import { PickupAndRest1766000000094 } from './pickup-and-rest.js';
import { ProvenPeople1766000000051 } from './proven-people.js';
import { RestrictedNumbers1766000000090 } from './restricted-numbers.js';
import { SendingTables1766000000040 } from './sending-tables.js';
import { TurnTables1766000000070 } from './turn-tables.js';
import { UnheardCustomers1766000000092 } from './unheard-customers.js';

/** In the order they run. */
export const conversationsMigrations: MigrationClass[] = [
  ConversationsTables1764000000000,
  InboxTables1766000000010,
  MediaTable1766000000030,
  SendingTables1766000000040,
  AwaitedPeople1766000000041,
  PeopleByNumber1766000000042,
  InboundTables1766000000050,
  ProvenPeople1766000000051,
  CostsByOrder1766000000055,
  AssistantBudgets1766000000060,
  TurnTables1766000000070,
  CatalogueSearch1766000000080,
  RestrictedNumbers1766000000090,
  KeptEchoes1766000000091,
  UnheardCustomers1766000000092,
  EditedOrders1766000000093,
  PickupAndRest1766000000094,
  CorrectedWords1766000000095,
];
