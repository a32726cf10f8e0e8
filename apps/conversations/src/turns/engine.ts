import { observeProviderCall } from '#service';
import { GeminiClient } from '#providers';
import type { Assistant } from '../assistant/assistant.js';
import { AssistantWithFallback } from '../assistant/assistant-with-fallback.js';
import { GeminiAssistant } from '../assistant/gemini/gemini-assistant.js';
import { GeminiTranscriber } from '../assistant/gemini/gemini-transcriber.js';
import { GuardedAssistant } from '../assistant/guarded-assistant.js';
import { OfflineAssistant } from '../assistant/offline/offline-assistant.js';
import type { Transcriber } from '../assistant/transcriber.js';
import type { ConversationsEnv } from '../conversations.env.js';

/** Gemini, where there is a key; one client, so that what one part learns of an outage or a spent quota holds for all. */
export function geminiFor(env: ConversationsEnv): GeminiClient | undefined {
  if (!env.geminiApiKey) return undefined;
  return new GeminiClient({ apiKey: env.geminiApiKey, baseUrl: env.geminiUrl, observe: observeProviderCall });
}

/** Who answers customers: Gemini with the offline assistant behind it where there is a key, else the offline assistant; the guard before either. */
export function assistantFor(env: ConversationsEnv, gemini: GeminiClient | undefined): Assistant {
  if (!gemini) return withoutAi();
  const offline = new OfflineAssistant();
  const engine = new GeminiAssistant(gemini, offline, { model: env.geminiModel });
  return new GuardedAssistant(new AssistantWithFallback(engine, offline));
}

/** Who answers when the AI may not be asked. */
export const withoutAi = (): Assistant => new GuardedAssistant(new OfflineAssistant());

/** Who writes voice notes down; nobody without a key. */
export const transcriberFor = (env: ConversationsEnv, gemini: GeminiClient | undefined): Transcriber | undefined =>
  gemini && new GeminiTranscriber(gemini, { model: env.geminiModel });
