import { observeProviderCall } from '#service';
import { GeminiClient } from '#providers';
import type { Assistant } from '../assistant/assistant.js';
import { AssistantWithFallback } from '../assistant/assistant-with-fallback.js';
import { GeminiAssistant } from '../assistant/gemini/gemini-assistant.js';
import { GuardedAssistant } from '../assistant/guarded-assistant.js';
import { OfflineAssistant } from '../assistant/offline/offline-assistant.js';
import type { ConversationsEnv } from '../conversations.env.js';

/** Who answers customers here: Gemini with the offline assistant behind it where there is a key, else the offline assistant; the guard before either. */
export function assistantFor(env: ConversationsEnv): Assistant {
  const offline = new OfflineAssistant();
  if (!env.geminiApiKey) return new GuardedAssistant(offline);
  const gemini = new GeminiClient({ apiKey: env.geminiApiKey, baseUrl: env.geminiUrl, observe: observeProviderCall });
  const engine = new GeminiAssistant(gemini, offline, { model: env.geminiModel });
  return new GuardedAssistant(new AssistantWithFallback(engine, offline));
}
