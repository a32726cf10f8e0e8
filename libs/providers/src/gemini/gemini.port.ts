/** One part of a turn. Parts of the model's own turns carry further fields (signatures): hand them back untouched. */
export interface GeminiPart {
  text?: string;
  functionCall?: { id?: string; name: string; args?: Record<string, unknown> };
  /** Answers one call: same id, same name; `output` or `error` inside. */
  functionResponse?: { id?: string; name: string; response: Record<string, unknown> };
  /** Base64. */
  inlineData?: { mimeType: string; data: string };
  thoughtSignature?: string;
  thought?: boolean;
}

export interface GeminiContent {
  /** Tool answers go out as `user`. */
  role: 'user' | 'model';
  parts: GeminiPart[];
}

export interface GeminiTool {
  name: string;
  description: string;
  /** JSON Schema of the arguments. */
  parameters: Record<string, unknown>;
}

export interface GenerateRequest {
  model: string;
  /** The instructions, apart from the conversation. */
  system?: string;
  contents: GeminiContent[];
  tools?: GeminiTool[];
  /** `auto` (default): the model may call; `any`: it must; `none`: it must not. */
  toolMode?: 'auto' | 'any' | 'none';
  /** JSON Schema: the answer is JSON of this shape, to be validated all the same. */
  responseSchema?: Record<string, unknown>;
  maxOutputTokens?: number;
  /** How long the model may think; which levels exist depends on the model. */
  thinking?: 'minimal' | 'low' | 'medium' | 'high';
  /** Whole call in milliseconds, instead of the client's. */
  timeoutMs?: number;
}

export interface FunctionCall {
  id?: string;
  name: string;
  /** From the model: validate before use. */
  args: Record<string, unknown>;
}

/** Tokens of one call, as billed. */
export interface GeminiUsage {
  /** Prompt and tool results; includes `cached`. */
  input: number;
  cached: number;
  /** Answer and thinking. */
  output: number;
  /** The model that answered: Google reroutes retired ones, and bills the one it used. */
  modelVersion: string;
}

/**
 * `complete`; `truncated` at the token limit (thinking may have eaten all of it); `refused` by Google's filters, prompt or answer;
 * `malformed`: the model's function call or answer is unusable.
 */
export type GeminiFinish = 'complete' | 'truncated' | 'refused' | 'malformed';

export interface GenerateAnswer {
  /** Without the thoughts; undefined when there is none, as with pure function calls. */
  text?: string;
  functionCalls: FunctionCall[];
  /** The model's turn word for word, to put before the tool answers; undefined when it said nothing. */
  content?: GeminiContent;
  finish: GeminiFinish;
  /** Google's word for it: `STOP`, `MAX_TOKENS`, `SAFETY`… */
  finishReason: string;
  usage: GeminiUsage;
}

/** What FluxAsync asks of Gemini. */
export interface GeminiPort {
  /**
   * One answer. A refusal or a cut answer is an answer too: it was paid for.
   * @throws ProviderError; `unknown` when no answer came back: asking again is safe, only what the first one cost is not known
   */
  generate(request: GenerateRequest): Promise<GenerateAnswer>;
}
