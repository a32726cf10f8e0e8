import type { AssistantTools, Turn } from '../assistant.js';
import { OfflineAssistant } from '../offline/offline-assistant.js';
import { Chat } from './chat.js';

/** A chat with the offline assistant: each step is what she says, several at once where it is a list or « | » stands between. Its recaps are numbered. */
export async function played(tools: AssistantTools, steps: readonly (string | string[])[], shop?: Turn['shop']): Promise<Chat> {
  let count = 0;
  const chat = new Chat(new OfflineAssistant(() => `recap-${++count}`), tools, shop);
  for (const step of steps) await chat.says(...[step].flat().flatMap((said) => said.split(' | ')));
  return chat;
}

/** The lines of her draft: « 2x Nike Air Force 1 41 noir + 1x Sac à dos Puma ». */
export const drafted = (chat: Chat): string =>
  chat.draft.lines
    .map((line) => [`${line.quantity}x`, line.productName, line.size, line.color].filter(Boolean).join(' '))
    .join(' + ');
