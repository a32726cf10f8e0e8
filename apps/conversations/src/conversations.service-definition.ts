import { defineService } from '#service';
import { Conversation } from './conversation/conversation.entity.js';
import { ConversationsEnv } from './conversations.env.js';
import { conversationsManifest } from './conversations.manifest.js';
import { ConversationsModule } from './conversations.module.js';
import { conversationsMigrations } from './migrations/index.js';
import { Prospect } from './prospect/prospect.entity.js';

/** The service of prospects, conversations and messages. */
export const conversationsService = defineService({
  module: ConversationsModule,
  manifest: conversationsManifest,
  env: ConversationsEnv,
  entities: [Conversation, Prospect],
  migrations: conversationsMigrations,
});
