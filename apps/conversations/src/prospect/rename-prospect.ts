import { Injectable } from '@nestjs/common';
import { ProspectRepository } from './prospect.repository.js';
import { SearchIndex } from './search-index.js';

/** The seller knows better what somebody is called; he is found under that name from now on. */
@Injectable()
export class RenameProspect {
  constructor(
    private readonly prospects: ProspectRepository,
    private readonly search: SearchIndex,
  ) {}

  /** @throws DomainError PROSPECT_NOT_FOUND, PROSPECT_ERASED, VERSION_MISMATCH */
  async rename(prospectId: string, sellerId: string, fullName: string, ifVersion?: number): Promise<void> {
    await this.prospects.update(
      prospectId,
      sellerId,
      async (prospect) => {
        prospect.rename(fullName);
        await this.search.rename({ prospectId, sellerId, name: fullName });
      },
      ifVersion,
    );
  }
}
