/** Who answers from then on, or what the shop is told meanwhile, as stored. */
export type StoredPassage = 'transmise' | 'reprise' | 'rendue' | 'fermee' | 'demande';

/** What a passage is called in a timeline, for programs and in French. */
export const STORED_PASSAGES: Record<StoredPassage, { what: string; says: string }> = {
  transmise: { what: 'handed-over', says: 'La conversation est transmise à une personne' },
  reprise: { what: 'taken-over', says: 'La boutique reprend la conversation' },
  rendue: { what: 'given-back', says: 'L’assistant répond de nouveau' },
  demande: { what: 'request-passed-on', says: 'Une demande du client est transmise à la boutique' },
  fermee: { what: 'conversation-closed', says: 'La conversation est classée' },
};
