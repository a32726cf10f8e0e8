import type { Manifest } from '#contracts';
import type { MigrationClass } from '#database';

/** What the commands need of a service. */
export interface ServicePart {
  manifest: Manifest;
  migrations: MigrationClass[];
}

/** What the commands need of the platform's own code. */
export interface PlatformParts {
  services: readonly ServicePart[];
}
