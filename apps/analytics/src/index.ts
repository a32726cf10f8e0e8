export { analyticsManifest } from './analytics.manifest.js';
export { analyticsService } from './analytics.service-definition.js';
export { type Progress, type Rebuilt, rebuildFigures } from './rebuild/rebuild-figures.js';
export { type ArchivedEvent, forgetEverything, replayArchive } from './rebuild/replay-archive.js';
