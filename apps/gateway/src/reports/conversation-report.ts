import { AsksPage, flag, GetHistory, id, instant, oneOf, type Page, pageOf, text } from '#contracts';
import type { Ask } from '../api/route.js';

/** One message of the second report; field names are those of the SQL it agrees with. */
export class ConversationReportLine {
  @text('Client', { max: 200, optional: true }) nom_complet?: string;
  @text('Message', { min: 0, max: 65_536 }) contenu_message!: string;
  @oneOf('Direction', ['entrant', 'sortant']) direction_message!: 'entrant' | 'sortant';
  @flag('Written by the assistant') genere_par_ia!: boolean;
  @instant('When') date_creation!: string;
}

/** Whose history a seller asks for. */
export class AsksConversationReport extends AsksPage<ConversationReportLine> {
  @id('The prospect') prospectId!: string;
}

export class ConversationReport extends pageOf(() => ConversationReportLine, 'Messages, oldest first') {}

/** The second report: everything said with one prospect. */
export async function conversationReport(question: AsksConversationReport, ask: Ask): Promise<Page<ConversationReportLine>> {
  const { items, nextCursor } = await ask(GetHistory, question);
  return {
    items: items.map((line) => ({
      nom_complet: line.customerName,
      contenu_message: line.text,
      direction_message: line.direction,
      genere_par_ia: line.byAssistant,
      date_creation: line.createdAt,
    })),
    nextCursor,
  };
}
