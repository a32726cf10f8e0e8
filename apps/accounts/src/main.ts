import 'reflect-metadata';
import { runService } from '#service';
import { accountsService } from './accounts.service-definition.js';

await runService(accountsService);
