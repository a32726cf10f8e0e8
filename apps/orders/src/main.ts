import 'reflect-metadata';
import { runService } from '#service';
import { ordersService } from './orders.service-definition.js';

await runService(ordersService);
