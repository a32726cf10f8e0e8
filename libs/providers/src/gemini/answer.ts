import type { GenerateContentResponse } from '@google/genai';
import type { FunctionCall, GeminiContent, GeminiFinish, GenerateAnswer } from './gemini.port.js';

/** Google's finish reasons that are a refusal; the rest besides STOP and MAX_TOKENS is an unusable answer. */
const REFUSALS = /^(SAFETY|RECITATION|LANGUAGE|BLOCKLIST|PROHIBITED_CONTENT|SPII|IMAGE_\w+|MODEL_ARMOR|JAILBREAK)$/;

/** Reads an answer: HTTP 200 says nothing, a refused prompt has no candidate and a cut one may have no part. */
export function readAnswer(response: GenerateContentResponse, requestedModel: string): GenerateAnswer {
  const candidate = response.candidates?.[0];
  const finishReason = candidate?.finishReason ?? response.promptFeedback?.blockReason ?? 'OTHER';
  // Kept as it came: its signatures are checked when it is sent back.
  const content = candidate?.content?.parts?.length ? (candidate.content as GeminiContent) : undefined;
  const parts = content?.parts ?? [];
  const text = parts
    .filter((part) => part.text !== undefined && !part.thought)
    .map((part) => part.text)
    .join('');
  const functionCalls = parts.flatMap((part): FunctionCall[] =>
    part.functionCall ? [{ ...part.functionCall, args: part.functionCall.args ?? {} }] : [],
  );
  return {
    ...(text === '' ? {} : { text }),
    functionCalls,
    ...(content ? { content } : {}),
    finish: finishOf(finishReason, candidate === undefined),
    finishReason,
    usage: readUsage(response, requestedModel),
  };
}

function finishOf(reason: string, promptBlocked: boolean): GeminiFinish {
  if (reason === 'STOP') return 'complete';
  if (reason === 'MAX_TOKENS') return 'truncated';
  return promptBlocked || REFUSALS.test(reason) ? 'refused' : 'malformed';
}

/** Fields Google leaves out are zero. */
function readUsage(response: GenerateContentResponse, requestedModel: string): GenerateAnswer['usage'] {
  const usage = response.usageMetadata;
  return {
    input: (usage?.promptTokenCount ?? 0) + (usage?.toolUsePromptTokenCount ?? 0),
    cached: usage?.cachedContentTokenCount ?? 0,
    output: (usage?.candidatesTokenCount ?? 0) + (usage?.thoughtsTokenCount ?? 0),
    modelVersion: response.modelVersion ?? requestedModel,
  };
}
