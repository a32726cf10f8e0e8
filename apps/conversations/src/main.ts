import 'reflect-metadata';
import { runService } from '#service';
import { conversationsService } from './conversations.service-definition.js';

await runService(conversationsService);
