import { Controller, Get } from '@nestjs/common';

/** The sandbox depends on nothing: once it listens, its journal has been read and it is ready. */
@Controller('health')
export class HealthController {
  @Get(['live', 'ready'])
  healthy(): { status: 'ok'; pid: number } {
    return { status: 'ok', pid: process.pid };
  }
}
