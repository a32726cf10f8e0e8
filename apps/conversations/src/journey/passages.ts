/** Who answers from then on, as stored. */
export type StoredPassage = 'transmise' | 'reprise' | 'rendue' | 'fermee';

/** What a passage is called in a timeline, for programs and in French. */
export const STORED_PASSAGES: Record<StoredPassage, { what: string; says: string }> = {
  transmise: { what: 'handed-over', says: 'La conversation est transmise à une personne' },
  reprise: { what: 'taken-over', says: 'La boutique reprend la conversation' },
  rendue: { what: 'given-back', says: 'L’assistant répond de nouveau' },
  fermee: { what: 'conversation-closed', says: 'La conversation est classée' },
};
