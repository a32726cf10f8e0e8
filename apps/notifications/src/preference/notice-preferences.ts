import { Injectable } from '@nestjs/common';
import {
  assertVersion,
  DomainError,
  invalid,
  type NoticePreference,
  type NoticePreferences as View,
  type QuestionOf,
  type UpdateNoticePreferences,
} from '#contracts';
import { Database } from '#database';
import { type NoticeKind, SELLER_KINDS, templateOf } from '../template/templates.js';

/** How each seller wants to be told: by WhatsApp, unless he said otherwise for a kind of notice. */
@Injectable()
export class NoticePreferences {
  constructor(private readonly db: Database) {}

  async of(sellerId: string): Promise<View> {
    const [version] = await this.db.rows<{ version: number }>(
      'select version from versions_preferences where id_utilisateur = $1',
      [sellerId],
    );
    const rows = await this.db.rows<NoticePreference>(
      'select type_notification as kind, whatsapp from preferences_avis where id_utilisateur = $1',
      [sellerId],
    );
    const wishes = new Map(rows.map(({ kind, whatsapp }) => [kind, whatsapp]));
    return {
      version: version?.version ?? 1,
      items: SELLER_KINDS.map((kind) => {
        const { title, fixed = false } = templateOf(kind);
        return { kind, title, fixed, whatsapp: fixed || (wishes.get(kind) ?? true) };
      }),
    };
  }

  /** @throws DomainError VALIDATION_FAILED for a kind that the seller does not get, NOTICE_FIXED, VERSION_MISMATCH */
  async update(sellerId: string, { preferences, ifVersion }: QuestionOf<UpdateNoticePreferences>): Promise<View> {
    const strange = preferences.flatMap(({ kind }, n) => (isSellerKind(kind) ? [] : [{ kind, n }]));
    if (strange.length > 0)
      throw invalid(
        'there is no such kind of notice to the seller',
        strange.map(({ n }) => ({ field: `preferences.${n}.kind`, problem: 'is not a kind of notice to the seller' })),
      );
    const fixed = preferences.find(({ kind, whatsapp }) => !whatsapp && templateOf(kind as NoticeKind).fixed);
    if (fixed) throw new DomainError('NOTICE_FIXED', 'conflict', { kind: fixed.kind });
    await this.db.run('insert into versions_preferences (id_utilisateur) values ($1) on conflict do nothing', [sellerId]);
    const [row] = await this.db.rows<{ version: number }>(
      'select version from versions_preferences where id_utilisateur = $1 for update',
      [sellerId],
    );
    assertVersion(row!.version, ifVersion);
    // A kind that is named twice: the last word counts.
    const wishes = [...new Map(preferences.map(({ kind, whatsapp }) => [kind, whatsapp]))];
    await this.db.run(
      `insert into preferences_avis as p (id_utilisateur, type_notification, whatsapp) select $1, * from unnest($2::text[], $3::boolean[])
       on conflict (id_utilisateur, type_notification) do update set whatsapp = excluded.whatsapp`,
      [sellerId, wishes.map(([kind]) => kind), wishes.map(([, whatsapp]) => whatsapp)],
    );
    await this.db.run('update versions_preferences set version = version + 1 where id_utilisateur = $1', [sellerId]);
    return this.of(sellerId);
  }

  /** True for each of these kinds that its seller wants in his list only. */
  async keptOffWhatsApp(notices: readonly { sellerId: string; kind: NoticeKind }[]): Promise<boolean[]> {
    const free = notices.map(({ kind }) => templateOf(kind).to === 'seller' && !templateOf(kind).fixed);
    if (!free.includes(true)) return free;
    const rows = await this.db.rows<{ sellerId: string; kind: string }>(
      `select id_utilisateur as "sellerId", type_notification as kind from preferences_avis where id_utilisateur = any($1::uuid[]) and not whatsapp`,
      [[...new Set(notices.map(({ sellerId }) => sellerId))]],
    );
    const kept = new Set(rows.map(({ sellerId, kind }) => `${sellerId} ${kind}`));
    return notices.map(({ sellerId, kind }, i) => free[i]! && kept.has(`${sellerId} ${kind}`));
  }
}

const isSellerKind = (kind: string): kind is NoticeKind => (SELLER_KINDS as string[]).includes(kind);
