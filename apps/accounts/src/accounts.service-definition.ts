import { defineService } from '#service';
import { AccountsEnv } from './accounts.env.js';
import { accountsManifest } from './accounts.manifest.js';
import { AccountsModule } from './accounts.module.js';
import { ApiKey } from './api-key/api-key.entity.js';
import { EmailAccount } from './linked-accounts/email-account.entity.js';
import { WhatsAppAccount } from './linked-accounts/whatsapp-account.entity.js';
import { accountsMigrations } from './migrations/index.js';
import { Seller } from './seller/seller.entity.js';
import { Member } from './team/member.entity.js';

/** The service `accounts`, for its main and for tests. */
export const accountsService = defineService({
  module: AccountsModule,
  manifest: accountsManifest,
  env: AccountsEnv,
  entities: [Seller, Member, ApiKey, WhatsAppAccount, EmailAccount],
  migrations: accountsMigrations,
});
