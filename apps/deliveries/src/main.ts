import 'reflect-metadata';
import { runService } from '#service';
import { deliveriesService } from './deliveries.service-definition.js';

await runService(deliveriesService);
