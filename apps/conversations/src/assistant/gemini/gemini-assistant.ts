import { randomUUID } from 'node:crypto';
import { Assistant, AssistantTools, ModelUsage, Reply, Turn } from '../assistant.js';
import { customerConfirms } from '../confirmation.js';
import { EngineFailed } from '../engine-failed.js';
import { TOOLS } from './declarations.js';
import { ModelAnswer, ModelContent, ModelPort } from './model.js';
import { conversation, systemPrompt } from './prompt.js';
import { Toolbox } from './toolbox.js';

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
}

/**
 * Sells with a language model that calls the same tools as the offline assistant. What the model says is text; what happens is decided by
 * the toolbox. Buttons and plain confirmations need no model and are answered by `offline`.
 * @throws EngineFailed when the model fails, is refused, runs in circles or says nothing
 */
export class GeminiAssistant implements Assistant {
  constructor(
    private readonly model: ModelPort,
    private readonly offline: Assistant,
    private readonly options: GeminiAssistantOptions,
  ) {}

  async answer(turn: Turn, tools: AssistantTools): Promise<Reply> {
    if (turn.inbound.some((utterance) => utterance.buttonId) || customerConfirms(turn)) return this.offline.answer(turn, tools);
    const toolbox = new Toolbox(turn, tools, this.options.nonce ?? randomUUID);
    const meter = new Meter(this.options);
    const contents: ModelContent[] = conversation(turn);
    const rounds = this.options.rounds ?? 5;
    for (let round = 0; round <= rounds; round++) {
      const answer = await this.ask(turn, contents, meter);
      if (answer.functionCalls.length === 0) return this.reply(toolbox, meter, spokenText(answer, meter));
      if (round === rounds) break;
      if (!answer.content) throw new EngineFailed('malformed', meter.usage());
      contents.push(answer.content, { role: 'user', parts: await this.runAll(answer, toolbox) });
      if (toolbox.closing !== undefined) return this.reply(toolbox, meter, toolbox.closing);
    }
    throw new EngineFailed('too_many_rounds', meter.usage());
  }

  private async ask(turn: Turn, contents: ModelContent[], meter: Meter): Promise<ModelAnswer> {
    const timeoutMs = meter.remainingMs();
    if (timeoutMs <= 0) throw new EngineFailed('timeout', meter.usage());
    try {
      const answer = await this.model.generate({
        model: this.options.model,
        system: systemPrompt(turn),
        contents,
        tools: TOOLS,
        timeoutMs,
        maxOutputTokens: this.options.maxOutputTokens ?? 1024,
      });
      meter.add(answer);
      return answer;
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      throw new EngineFailed(typeof code === 'string' ? code : 'model_error', meter.usage(), { cause: error });
    }
  }

  /** One answer per call, with the call's id and name, in the calls' order. */
  private async runAll(answer: ModelAnswer, toolbox: Toolbox): Promise<ModelContent['parts']> {
    const parts: ModelContent['parts'] = [];
    for (const call of answer.functionCalls.slice(0, 20))
      parts.push({
        functionResponse: { ...(call.id ? { id: call.id } : {}), name: call.name, response: await toolbox.run(call) },
      });
    return parts;
  }

  private reply(toolbox: Toolbox, meter: Meter, text: string): Reply {
    const usage = meter.usage();
    return {
      text,
      ...(toolbox.buttons ? { buttons: toolbox.buttons } : {}),
      draft: toolbox.draft,
      decisions: toolbox.decisions,
      engine: 'gemini',
      facts: [...toolbox.facts.values()],
      ...(toolbox.fee ? { fee: toolbox.fee } : {}),
      ...(usage ? { usage } : {}),
    };
  }
}

/** The model's last words as WhatsApp shows them: one star for bold, no heading marks, at most 4096 characters. */
function spokenText(answer: ModelAnswer, meter: Meter): string {
  const text = (answer.text ?? '')
    .replace(/\*\*(.+?)\*\*/g, '*$1*')
    .replace(/^#+\s*/gm, '')
    .trim();
  if (answer.finish !== 'complete') throw new EngineFailed(answer.finish, meter.usage());
  if (text === '') throw new EngineFailed('empty', meter.usage());
  return Array.from(text).slice(0, 4096).join('');
}

/** Counts what a turn costs and how much of its time is left. */
class Meter {
  private model: string | undefined;
  private input = 0;
  private output = 0;
  private readonly clock: () => number;
  private readonly startedAt: number;

  constructor(private readonly options: GeminiAssistantOptions) {
    this.clock = options.clock ?? (() => performance.now());
    this.startedAt = this.clock();
  }

  add(answer: ModelAnswer): void {
    this.model = answer.usage.modelVersion;
    this.input += answer.usage.input;
    this.output += answer.usage.output;
  }

  remainingMs(): number {
    return Math.round((this.options.timeoutMs ?? 12_000) - (this.clock() - this.startedAt));
  }

  /** Billed on the model that answered; undefined while none did. */
  usage(): ModelUsage | undefined {
    if (!this.model) return undefined;
    return {
      model: this.model,
      inputTokens: this.input,
      outputTokens: this.output,
      latencyMs: Math.round(this.clock() - this.startedAt),
    };
  }
}
