import type { NoticeDraft } from '../notice/notice-draft.js';

/** What stands for the values that tell of a person, by the names that notices give them. */
const INSTEAD: Readonly<Record<string, string>> = { client: '(nom effacé)', telephone: '—', destination: '—', motif: '—' };

/** Notices about somebody who was erased: none to himself, and those to others without name, number, address or words of his. */
export const withoutPerson = (drafts: NoticeDraft[]): NoticeDraft[] =>
  drafts
    .filter(({ to }) => to.role !== 'customer')
    .map((draft) => ({
      ...draft,
      values: Object.fromEntries(Object.entries(draft.values).map(([name, value]) => [name, INSTEAD[name] ?? value])),
    }));
