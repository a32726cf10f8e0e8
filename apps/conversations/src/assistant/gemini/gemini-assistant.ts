import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Assistant, AssistantTools, Reply, Turn } from '../assistant.js';
import { customerConfirms } from '../confirmation.js';
import { answerToChange } from '../edit-answer.js';
import { EngineFailed } from '../engine-failed.js';
import { TOOLS } from './declarations.js';
import { Meter } from './meter.js';
import { ModelAnswer, ModelContent, ModelFailure, ModelPort } from './model.js';
import { conversation, systemPrompt } from './prompt.js';
import { Toolbox } from './toolbox.js';
import type { Work } from './work.js';

export interface GeminiAssistantOptions {
  model: string;
  /** Rounds of function calls before the turn is given up. */
  rounds?: number;
  /** For the whole turn, in milliseconds. */
  timeoutMs?: number;
  maxOutputTokens?: number;
  nonce?: () => string;
  /** Milliseconds that only grow. */
  clock?: () => number;
  /** How long an overloaded model is left alone before it is asked once more, in ms. */
  retryMs?: number;
}

/** Longer than this no customer is kept waiting for a quota to come back; the offline assistant answers. */
const LONGEST_WAIT_MS = 2_500;
/** Calls of one round that are carried out; the others are told so, for each needs its answer. */
const CALLS_IN_A_ROUND = 20;
const MAX_OUTPUT_TOKENS = 1_024;

/**
 * Sells with a language model that calls the same tools as the offline assistant. What the model says is text; what happens is decided by
 * the toolbox. Buttons and plain confirmations need no model and are answered by `offline`.
 *
 * An answer that is cut, malformed or empty is asked for once more, and so is a model that is overloaded or asks for a short wait.
 * @throws EngineFailed with all that was spent when the model fails, is refused, runs in circles or says nothing
 */
export class GeminiAssistant implements Assistant {
  constructor(
    private readonly model: ModelPort,
    private readonly offline: Assistant,
    private readonly options: GeminiAssistantOptions,
  ) {}

  async answer(turn: Turn, tools: AssistantTools): Promise<Reply> {
    const plain = turn.inbound.some((utterance) => utterance.buttonId) || customerConfirms(turn) || answerToChange(turn);
    if (plain) return this.offline.answer(turn, tools);
    const toolbox = new Toolbox(turn, tools, this.options.nonce ?? randomUUID);
    const { model, clock, timeoutMs = 12_000 } = this.options;
    const meter = new Meter({ model, timeoutMs, ...(clock ? { clock } : {}) });
    const contents: ModelContent[] = conversation(turn);
    const rounds = this.options.rounds ?? 5;
    for (let round = 0; round <= rounds; round++) {
      const answer = await this.usable(turn, contents, meter);
      if (answer.functionCalls.length === 0) return this.reply(toolbox.work, meter, spokenText(answer));
      if (round === rounds) break;
      // Word for word, signatures included: without them the next request is refused.
      contents.push(answer.content!, { role: 'user', parts: await this.runAll(answer, toolbox) });
      if (toolbox.work.closing !== undefined) return this.reply(toolbox.work, meter, toolbox.work.closing);
    }
    throw meter.failed('too_many_rounds');
  }

  /** An answer that something can be made of. One that is cut, malformed or empty was paid for all the same, and is asked for once more, with more room. */
  private async usable(turn: Turn, contents: ModelContent[], meter: Meter): Promise<ModelAnswer> {
    const room = this.options.maxOutputTokens ?? MAX_OUTPUT_TOKENS;
    const first = await this.ask(turn, contents, meter, room);
    const problem = unusable(first);
    if (!problem) return first;
    if (problem === 'refused') throw meter.failed(problem);
    const second = await this.ask(turn, contents, meter, room * 2);
    const again = unusable(second);
    if (again) throw meter.failed(again);
    return second;
  }

  /** Asks, and once more where the model is overloaded or its quota is back in a moment. */
  private async ask(turn: Turn, contents: ModelContent[], meter: Meter, maxOutputTokens: number): Promise<ModelAnswer> {
    try {
      return await this.askOnce(turn, contents, meter, maxOutputTokens);
    } catch (error) {
      const waitMs = this.worthAnotherTry(error);
      if (waitMs === undefined || waitMs * 2 > meter.remainingMs()) throw error;
      await pause(waitMs);
      return await this.askOnce(turn, contents, meter, maxOutputTokens);
    }
  }

  private async askOnce(turn: Turn, contents: ModelContent[], meter: Meter, maxOutputTokens: number): Promise<ModelAnswer> {
    const timeoutMs = meter.remainingMs();
    if (timeoutMs <= 0) throw meter.failed('timeout');
    const { model } = this.options;
    return meter.measure(() =>
      this.model.generate({ model, system: systemPrompt(turn), contents, tools: TOOLS, timeoutMs, maxOutputTokens }),
    );
  }

  /** @returns how long to wait before, in ms; undefined when it would be in vain or take too long */
  private worthAnotherTry(error: unknown): number | undefined {
    if (!(error instanceof EngineFailed)) return undefined;
    const { action, retryAfterMs, held } = (error.cause ?? {}) as ModelFailure;
    if (action === 'retry' && !held) return (this.options.retryMs ?? 300) * (1 + Math.random());
    return action === 'wait' && typeof retryAfterMs === 'number' && retryAfterMs <= LONGEST_WAIT_MS ? retryAfterMs : undefined;
  }

  /** One answer per call, with the call's id and name, in the calls' order. */
  private async runAll(answer: ModelAnswer, toolbox: Toolbox): Promise<ModelContent['parts']> {
    const parts: ModelContent['parts'] = [];
    for (const [i, call] of answer.functionCalls.entries()) {
      const response = i < CALLS_IN_A_ROUND ? await toolbox.run(call) : { error: "trop d'appels à la fois" };
      parts.push({ functionResponse: { ...(call.id ? { id: call.id } : {}), name: call.name, response } });
    }
    return parts;
  }

  private reply(work: Work, meter: Meter, text: string): Reply {
    return {
      text,
      ...(work.buttons ? { buttons: work.buttons } : {}),
      ...(work.photo ? { photo: work.photo } : {}),
      draft: work.draft,
      decisions: work.decisions,
      engine: 'gemini',
      facts: [...work.facts.values()],
      ...(work.fee ? { fee: work.fee } : {}),
      usage: meter.usage(),
    };
  }
}

/** Why nothing can be made of an answer; undefined when something can. */
function unusable(answer: ModelAnswer): string | undefined {
  if (answer.finish !== 'complete') return answer.finish;
  if (answer.functionCalls.length > 0) return answer.content ? undefined : 'malformed';
  return spokenText(answer) === '' ? 'empty' : undefined;
}

/** The model's last words as WhatsApp shows them: one star for bold, no heading marks, at most 4096 characters. */
function spokenText(answer: ModelAnswer): string {
  const text = (answer.text ?? '')
    .replace(/\*\*(.+?)\*\*/g, '*$1*')
    .replace(/^#+\s*/gm, '')
    .trim();
  return Array.from(text).slice(0, 4096).join('');
}
