import { searched } from './search-terms.js';

/** Grows an SQL condition with its parameters; the owner comes first and cannot be left out. */
export class Conditions {
  /** SQL: the owner's parameter. */
  readonly owner = '$1';
  readonly parameters: unknown[];
  private readonly all: string[];

  /** @param ownerColumn the column that must be the seller */
  constructor(ownerColumn: string, sellerId: string) {
    this.parameters = [sellerId];
    this.all = [`${ownerColumn} = ${this.owner}`];
  }

  /** @param sql with `?` where the values go */
  and(sql: string, ...values: unknown[]): void {
    let next = 0;
    this.all.push(sql.replace(/\?/g, () => `$${this.parameters.push(values[next++])}`));
  }

  /** `column` is a prospect that all words of the search begin a word of, or whose number has these digits. */
  andFound(column: string, typed: string | undefined): void {
    if (!typed?.trim()) return;
    const terms = searched(typed);
    if (terms.length === 0) this.and('false');
    for (const term of terms)
      this.and(
        `${column} in (select t.id_prospect from termes_prospect t where t.id_utilisateur = ${this.owner} and t.terme >= ? and t.terme < ?)`,
        term,
        `${term}${String.fromCodePoint(0x10ffff)}`,
      );
  }

  /** The next parameter's place. */
  parameter(value: unknown): string {
    return `$${this.parameters.push(value)}`;
  }

  get where(): string {
    return `where ${this.all.join(' and ')}`;
  }
}
