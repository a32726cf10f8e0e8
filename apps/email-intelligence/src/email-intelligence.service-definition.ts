import { defineService } from '#service';
import { EmailIntelligenceEnv } from './email-intelligence.env.js';
import { emailIntelligenceManifest } from './email-intelligence.manifest.js';
import { EmailIntelligenceModule } from './email-intelligence.module.js';
import { emailsMigrations } from './migrations/index.js';

export const emailIntelligenceService = defineService({
  module: EmailIntelligenceModule,
  manifest: emailIntelligenceManifest,
  env: EmailIntelligenceEnv,
  entities: [],
  migrations: emailsMigrations,
});
