import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { GeminiError } from './gemini-error.js';

/** What a model answers: words, calls of the caller's functions, an exact body, a refusal or silence. */
export interface ScriptedAnswer {
  readonly text?: string;
  readonly functionCalls?: readonly { readonly name: string; readonly args: Readonly<Record<string, unknown>> }[];
  /** Sent as it stands, with `status` (200 unless given). */
  readonly body?: unknown;
  readonly status?: number;
  readonly error?: 'overloaded' | 'quota-minute' | 'quota-day' | 'invalid-key' | 'internal' | 'hang' | 'reset';
  readonly delayMs?: number;
}

/** The answers the next calls get, in order; when there is none left, the standing answer, at first “overloaded”. */
@Injectable()
export class GeminiScript {
  private next: ScriptedAnswer[] = [];
  private standing: ScriptedAnswer = { error: 'overloaded' };

  append(answers: readonly ScriptedAnswer[]): number {
    this.next.push(...answers);
    return this.next.length;
  }

  stand(answer: ScriptedAnswer): void {
    this.standing = answer;
  }

  clear(): void {
    this.next = [];
    this.standing = { error: 'overloaded' };
  }

  take(): ScriptedAnswer {
    return this.next.shift() ?? this.standing;
  }
}

/** @returns the error an answer stands for; undefined when it is no refusal */
export function refusalOf(answer: ScriptedAnswer, model: string): GeminiError | undefined {
  switch (answer.error) {
    case 'overloaded':
      return GeminiError.overloaded();
    case 'quota-minute':
      return GeminiError.quota(model, 'minute');
    case 'quota-day':
      return GeminiError.quota(model, 'day');
    case 'invalid-key':
      return GeminiError.invalidKey();
    case 'internal':
      return new GeminiError(
        500,
        'An internal error has occurred. Please retry or report in https://developers.generativeai.google/',
      );
    default:
      return undefined;
  }
}

/** A full response around the scripted words or calls. Tokens are counted as a quarter of the characters. */
export function responseOf(answer: ScriptedAnswer, model: string, promptCharacters: number): unknown {
  const calls = (answer.functionCalls ?? []).map(({ name, args }, index) => ({
    functionCall: { id: randomBytes(6).toString('hex'), name, args },
    // Of calls made in parallel only the first carries the signature, and it must come back with the history.
    ...(index === 0 ? { thoughtSignature: randomBytes(24).toString('base64') } : {}),
  }));
  const parts = [...(answer.text === undefined ? [] : [{ text: answer.text }]), ...calls];
  const promptTokenCount = Math.ceil(promptCharacters / 4);
  const candidatesTokenCount = Math.ceil(JSON.stringify(parts).length / 4);
  return {
    candidates: [
      {
        content: { role: 'model', parts },
        finishReason: 'STOP',
        index: 0,
        safetyRatings: [{ category: 'HARM_CATEGORY_HARASSMENT', probability: 'NEGLIGIBLE' }],
      },
    ],
    usageMetadata: {
      promptTokenCount,
      candidatesTokenCount,
      totalTokenCount: promptTokenCount + candidatesTokenCount,
      promptTokensDetails: [{ modality: 'TEXT', tokenCount: promptTokenCount }],
    },
    modelVersion: model,
    responseId: randomBytes(12).toString('base64url'),
  };
}
