import 'reflect-metadata';
import { runService } from '#service';
import { gatewayService } from './gateway.service-definition.js';

await runService(gatewayService);
