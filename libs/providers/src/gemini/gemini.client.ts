import type { Content, GenerateContentConfig, GenerateContentResponse, GoogleGenAI, ThinkingLevel } from '@google/genai';
import type { Agent } from 'undici';
import { GuardedCalls, type BreakerOptions, type Observe } from '../breaker.js';
import { withDeadline } from '../http/deadline.js';
import { fetchAgent, trackedFetch } from '../http/tracked-fetch.js';
import type { Trip } from '../http/transport-error.js';
import { ProviderError } from '../provider-error.js';
import { readAnswer } from './answer.js';
import { classifyGemini } from './errors.js';
import { SpentQuotas } from './spent-quotas.js';
import type { GeminiPort, GenerateAnswer, GenerateRequest } from './gemini.port.js';

export interface GeminiClientOptions {
  apiKey: string;
  /** Default `https://generativelanguage.googleapis.com`; a path before the version is kept. */
  baseUrl?: string;
  /** Default `v1beta`, where tools and JSON schemas are documented; the library's own default moves between its versions. */
  apiVersion?: string;
  /** Whole call in milliseconds. Default 30 000. */
  timeoutMs?: number;
  breaker?: BreakerOptions;
  observe?: Observe;
}

const LARGEST_ANSWER = 8 * 1024 * 1024;

/** Gemini by `generateContent`, without the library's retries: the caller has a customer waiting and a fallback. */
export class GeminiClient implements GeminiPort {
  private readonly timeoutMs: number;
  private readonly agent: Agent;
  private readonly guard: GuardedCalls;
  private readonly spent = new SpentQuotas();
  private genai?: Promise<GoogleGenAI>;

  constructor(private readonly options: GeminiClientOptions) {
    // The library would look for a key in the environment instead.
    if (options.apiKey === '') throw new Error('the Gemini client needs an API key');
    this.timeoutMs = options.timeoutMs ?? 30_000;
    this.agent = fetchAgent(this.timeoutMs, LARGEST_ANSWER);
    this.guard = new GuardedCalls('gemini', options.observe, options.breaker);
  }

  async generate(request: GenerateRequest): Promise<GenerateAnswer> {
    this.spent.assertLeft(request.model);
    return this.guard.run('generate', async () => {
      const genai = await (this.genai ??= this.open());
      const trip: Trip = { left: false, repeatable: false };
      try {
        const response = await withDeadline(request.timeoutMs ?? this.timeoutMs, (signal) =>
          genai.models.generateContent({
            model: request.model,
            contents: request.contents as Content[],
            config: { ...configOf(request), httpOptions: { fetch: trackedFetch(this.agent, trip, signal) } },
          }),
        );
        assertAnswer(response);
        return readAnswer(response, request.model);
      } catch (error) {
        throw this.spent.noticed(request.model, classifyGemini(error, trip));
      }
    });
  }

  /** Waits for running calls, then closes the connections. */
  async close(): Promise<void> {
    await this.agent.close();
  }

  /** Loaded on first use: a service that never asks Gemini does not pay for its library. */
  private async open(): Promise<GoogleGenAI> {
    const { GoogleGenAI } = await import('@google/genai');
    const baseUrl = this.options.baseUrl ?? 'https://generativelanguage.googleapis.com';
    // `vertexai` is said outright: an environment variable could turn it on.
    return new GoogleGenAI({
      apiKey: this.options.apiKey,
      vertexai: false,
      httpOptions: { baseUrl, apiVersion: this.options.apiVersion ?? 'v1beta' },
    });
  }
}

const TOOL_MODES = { auto: 'AUTO', any: 'ANY', none: 'NONE' } as const;

/** Temperature and its like are left alone: Gemini 3 ignores them and will refuse them. */
function configOf(request: GenerateRequest): GenerateContentConfig {
  const config: GenerateContentConfig = {};
  if (request.system !== undefined) config.systemInstruction = request.system;
  if (request.maxOutputTokens !== undefined) config.maxOutputTokens = request.maxOutputTokens;
  if (request.thinking) config.thinkingConfig = { thinkingLevel: request.thinking.toUpperCase() as ThinkingLevel };
  if (request.responseSchema) {
    config.responseMimeType = 'application/json';
    config.responseJsonSchema = request.responseSchema;
  }
  if (request.tools?.length) {
    const functionDeclarations = request.tools.map(({ name, description, parameters }) => ({
      name,
      description,
      parametersJsonSchema: parameters,
    }));
    config.tools = [{ functionDeclarations }];
    config.toolConfig = { functionCallingConfig: { mode: TOOL_MODES[request.toolMode ?? 'auto'] as never } };
    // The library would run functions by itself if it were handed some; ours run in our transaction.
    config.automaticFunctionCalling = { disable: true };
  }
  return config;
}

/** A 200 whose body is no answer at all. */
function assertAnswer(response: GenerateContentResponse): void {
  if (response.candidates !== undefined || response.promptFeedback !== undefined) return;
  throw new ProviderError({
    provider: 'gemini',
    code: 'bad_answer',
    action: 'unknown',
    outage: true,
    message: 'gemini: HTTP 200 without candidate and without a reason',
    explanationFr: 'Gemini a répondu de façon illisible.',
  });
}
