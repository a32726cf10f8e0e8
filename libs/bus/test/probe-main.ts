import 'reflect-metadata';
import { runService } from '#service';
import { probeService } from './probe.js';

await runService(probeService);
