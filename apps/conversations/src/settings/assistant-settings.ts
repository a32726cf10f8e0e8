import { Injectable } from '@nestjs/common';
import {
  assertVersion,
  type AssistantSettingsView,
  type AssistantTone,
  fold,
  invalid,
  type QuestionOf,
  type UpdateAssistantSettings,
} from '#contracts';
import { Workers } from '#bus';
import { Database } from '#database';
import { linksIn, promisesDiscount } from '../assistant/guard-claims.js';

/** Why a person is called while a seller's assistant is switched off. */
export const ASSISTANT_IS_OFF = 'L’assistant est désactivé';

interface Row {
  actif: boolean;
  nom: string | null;
  ton: AssistantTone;
  consignes: string | null;
  reprise_minutes: number;
  jetons_par_jour: number;
  fcfa_par_jour: number;
  version: number;
}

const COLUMNS = 'actif, nom, ton, consignes, reprise_minutes, jetons_par_jour, fcfa_par_jour, version';
const DEFAULTS: Row = {
  actif: true,
  nom: null,
  ton: 'chaleureux',
  consignes: null,
  reprise_minutes: 0,
  jetons_par_jour: 0,
  fcfa_par_jour: 0,
  version: 1,
};
/** A name is letters; with digits or dots it could read as a price or an address to whoever checks what the assistant says. */
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}' ’-]*$/u;

/** How a seller's assistant behaves; the defaults hold until he says otherwise. */
@Injectable()
export class AssistantSettings {
  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
  ) {}

  async get(sellerId: string): Promise<AssistantSettingsView> {
    const [row] = await this.db.rows<Row>(`select ${COLUMNS} from reglages_assistant where id_utilisateur = $1`, [sellerId]);
    return view(row ?? DEFAULTS);
  }

  /** Absent fields stay. @throws DomainError VERSION_MISMATCH, VALIDATION_FAILED naming `name` when it is no name */
  async update(sellerId: string, { ifVersion, ...change }: QuestionOf<UpdateAssistantSettings>): Promise<AssistantSettingsView> {
    const name = change.name?.trim();
    if (name && !isName(name))
      throw invalid('the assistant needs a name people have', [{ field: 'name', problem: 'is not a name' }]);
    await this.db.run('insert into reglages_assistant (id_utilisateur) values ($1) on conflict do nothing', [sellerId]);
    const [now] = await this.db.rows<Row>(`select ${COLUMNS} from reglages_assistant where id_utilisateur = $1 for update`, [
      sellerId,
    ]);
    assertVersion(now!.version, ifVersion);
    const [row] = await this.db.rows<Row>(
      `update reglages_assistant set actif = $2, nom = $3, ton = $4, consignes = $5, reprise_minutes = $6,
              jetons_par_jour = $7, fcfa_par_jour = $8, version = version + 1
        where id_utilisateur = $1 returning ${COLUMNS}`,
      [
        sellerId,
        change.enabled ?? now!.actif,
        name === undefined ? now!.nom : name || null,
        change.tone ?? now!.ton,
        change.instructions === undefined ? now!.consignes : change.instructions.trim() || null,
        change.resumeAfterMinutes ?? now!.reprise_minutes,
        change.dailyTokens ?? now!.jetons_par_jour,
        change.dailyFcfa ?? now!.fcfa_par_jour,
      ],
    );
    // What waited for a person only because it was off, or for longer than he says now, is given back.
    this.db.afterCommit(() => this.workers.wake('reprises'));
    return view(row!);
  }

  /** Those of the sellers whose assistant is switched off. */
  async silentSellers(sellerIds: string[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ id_utilisateur: string }>(
      'select id_utilisateur from reglages_assistant where not actif and id_utilisateur = any($1::uuid[])',
      [[...new Set(sellerIds)]],
    );
    return new Set(rows.map((row) => row.id_utilisateur));
  }
}

const isName = (name: string) => NAME.test(name) && linksIn(name).length === 0 && !promisesDiscount(fold(name));

const view = (row: Row): AssistantSettingsView => ({
  enabled: row.actif,
  ...(row.nom ? { name: row.nom } : {}),
  tone: row.ton,
  ...(row.consignes ? { instructions: row.consignes } : {}),
  resumeAfterMinutes: row.reprise_minutes,
  dailyTokens: row.jetons_par_jour,
  dailyFcfa: row.fcfa_par_jour,
  version: row.version,
});
