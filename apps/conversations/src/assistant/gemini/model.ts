/**
 * The narrow port of a language model with function calling. `GeminiPort` of the providers library fits it as it is; tests put a scripted
 * model in its place.
 */
export interface ModelPart {
  text?: string;
  functionCall?: { id?: string; name: string; args?: Record<string, unknown> };
  /** Base64. */
  inlineData?: { mimeType: string; data: string };
  functionResponse?: { id?: string; name: string; response: Record<string, unknown> };
}

export interface ModelContent {
  role: 'user' | 'model';
  parts: ModelPart[];
}

export interface ModelTool {
  name: string;
  description: string;
  /** JSON Schema of the arguments. */
  parameters: Record<string, unknown>;
}

export interface ModelRequest {
  model: string;
  system?: string;
  contents: ModelContent[];
  tools?: ModelTool[];
  maxOutputTokens?: number;
  /** For this call, in milliseconds. */
  timeoutMs?: number;
}

/** A call the model asks for; `args` is whatever it made up and must be validated. */
export interface ModelCall {
  id?: string;
  name: string;
  args: Record<string, unknown>;
}

export interface ModelAnswer {
  text?: string;
  functionCalls: ModelCall[];
  /** The model's turn word for word: its signatures are checked when it is sent back. */
  content?: ModelContent;
  finish: 'complete' | 'truncated' | 'refused' | 'malformed';
  usage: { input: number; output: number; modelVersion: string };
}

/**
 * What a model's failure tells, as far as it tells it: `retry` asks for another try, `wait` for one after `retryAfterMs`; `held`: nobody was asked.
 * `ProviderError` fits it.
 */
export interface ModelFailure {
  code?: unknown;
  action?: unknown;
  retryAfterMs?: unknown;
  held?: unknown;
}

export interface ModelPort {
  /** @throws whatever fails, a {@link ModelFailure} where something is known of it */
  generate(request: ModelRequest): Promise<ModelAnswer>;
}
