import { randomBytes } from 'node:crypto';
import type { Msg, MsgHdrs, NatsConnection } from '@nats-io/transport-node';
import { answersPrefix } from './connection.js';

/** Nobody answers there: no replica is running. */
export class NobodyAnswers extends Error {}
/** The time was over before an answer came. */
export class AnswerLate extends Error {}

const secret = () => randomBytes(16).toString('base64url');

interface Waiting {
  answered: (msg: Msg) => void;
  failed: (error: Error) => void;
}

/**
 * The answers to this process's questions. Each has a subject that nobody can guess: a service may publish under the inbox of whoever asks it, and must not be able to answer for
 * another one. The broker's `allow_responses` would grant each answer by itself, but it remembers every message that bears a reply subject, events too, and looks through all of
 * them at each delivery once there are more than 4,096 (docs/performance.md).
 */
export class AnswerBox {
  private inbox?: string;
  private readonly waiting = new Map<string, Waiting>();

  constructor(
    private readonly connection: NatsConnection,
    private readonly name: string,
  ) {}

  /** @throws NobodyAnswers, AnswerLate, or the library's error when the connection is closed */
  ask(subject: string, question: string, headers: MsgHdrs, timeoutMs: number): Promise<Msg> {
    const inbox = (this.inbox ??= this.open());
    const token = secret();
    return new Promise<Msg>((resolve, reject) => {
      const late = setTimeout(() => this.waiting.get(token)?.failed(new AnswerLate(subject)), timeoutMs);
      const settle = () => {
        clearTimeout(late);
        this.waiting.delete(token);
      };
      this.waiting.set(token, {
        answered: (msg) => {
          settle();
          resolve(msg);
        },
        failed: (error) => {
          settle();
          reject(error);
        },
      });
      try {
        this.connection.publish(subject, question, { reply: `${inbox}.${token}`, headers });
      } catch (error) {
        this.waiting.get(token)?.failed(error as Error);
      }
    });
  }

  private open(): string {
    const inbox = `${answersPrefix(this.name)}.${secret()}`;
    this.connection.subscribe(`${inbox}.*`, {
      callback: (error, msg) => {
        if (error) return;
        const question = this.waiting.get(msg.subject.slice(inbox.length + 1));
        const nobody = msg.data.length === 0 && msg.headers?.code === 503;
        if (nobody) question?.failed(new NobodyAnswers(msg.subject));
        else question?.answered(msg);
      },
    });
    return inbox;
  }
}
