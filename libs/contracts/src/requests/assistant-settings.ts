import { Asks, request } from '../message.js';
import { count, flag, oneOf, text, version } from '../schema.js';
import { Edits } from './paging.js';

export const ASSISTANT_TONES = ['chaleureux', 'sobre', 'energique'] as const;
export type AssistantTone = (typeof ASSISTANT_TONES)[number];

/** How the assistant of a shop behaves. */
export class AssistantSettingsView {
  @flag('It answers; when not, every conversation waits for a person') enabled!: boolean;
  @text('The name it gives itself', { max: 60, optional: true }) name?: string;
  @oneOf('How it speaks', ASSISTANT_TONES) tone!: AssistantTone;
  @text("What it should know of the shop, in the seller's words; never prices or stock, which come from the catalogue", {
    max: 2_000,
    optional: true,
  })
  instructions?: string;
  @count(
    'Minutes without a word of the seller after which it answers again in a conversation that he took over; 0: only when he gives it back',
    {
      max: 10_080,
    },
  )
  resumeAfterMinutes!: number;
  @count(
    'Tokens of the AI that it may use in a day of the seller; then the assistant without AI answers; 0: as many as it takes',
    {
      max: 1_000_000_000,
    },
  )
  dailyTokens!: number;
  @count('FCFA that the AI may cost in a day of the seller, likewise; 0: as many as it takes', { max: 10_000_000 })
  dailyFcfa!: number;
  @version() version!: number;
}

@request('assistant-settings', { to: 'conversations', says: 'How the assistant behaves.', answers: AssistantSettingsView })
export class GetAssistantSettings extends Asks<AssistantSettingsView> {}

@request('update-assistant-settings', {
  to: 'conversations',
  says: 'Changes how the assistant behaves; absent fields stay.',
  answers: AssistantSettingsView,
})
export class UpdateAssistantSettings extends Edits<AssistantSettingsView> {
  @flag('It answers', { optional: true }) enabled?: boolean;
  @text('The name it gives itself: letters, spaces, hyphens; empty: none', { min: 0, max: 60, optional: true }) name?: string;
  @oneOf('How it speaks', ASSISTANT_TONES, { optional: true }) tone?: AssistantTone;
  @text('What it should know of the shop; empty: nothing', { min: 0, max: 2_000, optional: true }) instructions?: string;
  @count('Minutes after which it answers again by itself; 0: never', { max: 10_080, optional: true }) resumeAfterMinutes?: number;
  @count('Tokens of the AI in a day; 0: as many as it takes', { max: 1_000_000_000, optional: true }) dailyTokens?: number;
  @count('FCFA for the AI in a day; 0: as many as it takes', { max: 10_000_000, optional: true }) dailyFcfa?: number;
}
