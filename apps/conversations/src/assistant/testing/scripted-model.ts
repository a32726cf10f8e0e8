import { ModelAnswer, ModelCall, ModelPort, ModelRequest } from '../gemini/model.js';

export type Scripted = string | ModelCall[] | Partial<ModelAnswer> | Error;

/** A model that answers what the test wrote, one entry per round, and keeps the requests it got. The last entry repeats for ever. */
export class ScriptedModel implements ModelPort {
  readonly requests: ModelRequest[] = [];

  constructor(private readonly script: Scripted[]) {}

  generate(request: ModelRequest): Promise<ModelAnswer> {
    this.requests.push(structuredClone(request));
    const next = this.script[Math.min(this.requests.length, this.script.length) - 1] ?? '';
    if (next instanceof Error) return Promise.reject(next);
    return Promise.resolve(answerOf(next));
  }
}

function answerOf(next: string | ModelCall[] | Partial<ModelAnswer>): ModelAnswer {
  const base: ModelAnswer = {
    functionCalls: [],
    finish: 'complete',
    usage: { input: 100, output: 10, modelVersion: 'gemini-3.5-flash-lite' },
  };
  if (typeof next === 'string') return { ...base, text: next, content: { role: 'model', parts: [{ text: next }] } };
  if (Array.isArray(next))
    return { ...base, functionCalls: next, content: { role: 'model', parts: next.map((functionCall) => ({ functionCall })) } };
  return { ...base, ...next };
}

/** A call with an id, as Gemini makes them. */
export function call(name: string, args: Record<string, unknown> = {}): ModelCall {
  return { id: `id-${name}`, name, args };
}
