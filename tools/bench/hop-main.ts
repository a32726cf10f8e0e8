import 'reflect-metadata';
import { runService } from '#service';
import { receiverService, senderService } from './hop-services.js';

await runService(process.env['HOP_ROLE'] === 'sender' ? senderService : receiverService);
