import 'reflect-metadata';
import { runService } from '#service';
import { emailIntelligenceService } from './email-intelligence.service-definition.js';

await runService(emailIntelligenceService);
