import type { ServiceName } from '#contracts';
import { Proxy, type Weather } from './proxy.js';

/** The lines of every service to one server: bad for all at once, or for one service alone while the others go on. */
export class Lines {
  private constructor(private readonly byService: ReadonlyMap<ServiceName, Proxy>) {}

  /** @param port of the server, on 127.0.0.1 */
  static async open(services: readonly ServiceName[], port: number): Promise<Lines> {
    const opened = await Promise.all(services.map(async (service) => [service, await Proxy.open([port])] as const));
    return new Lines(new Map(opened));
  }

  of(service: ServiceName): Proxy {
    return this.byService.get(service)!;
  }

  /** For connections that are open and those to come, of every service. */
  become(weather: Weather): void {
    for (const line of this.byService.values()) line.become(weather);
  }

  /** Every open connection ends with a reset. @returns how many */
  cut(): number {
    return [...this.byService.values()].reduce((sum, line) => sum + line.cut(), 0);
  }

  async close(): Promise<void> {
    await Promise.all([...this.byService.values()].map((line) => line.close()));
  }
}
