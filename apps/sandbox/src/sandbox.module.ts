import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { ControlModule } from './control/control.module.js';
import { FaultBook } from './control/fault-book.js';
import { DeliveryHabits } from './dispatch/delivery-habits.js';
import { Dispatcher } from './dispatch/dispatcher.js';
import type { PushIdentity } from './dispatch/push-identity.js';
import { HealthController } from './http/health.controller.js';
import { PageController } from './page/page.controller.js';
import type { SandboxEnv } from './sandbox.env.js';
import type { SandboxState } from './state/sandbox-state.js';
import { LOG, PUSH_IDENTITY, SANDBOX_ENV, STATE } from './tokens.js';

/** What all parts share: the state, the faults armed, and the way out to the platform. */
@Global()
@Module({ providers: [FaultBook, DeliveryHabits, Dispatcher], exports: [FaultBook, DeliveryHabits, Dispatcher] })
class SharedModule {
  static with(made: Made): DynamicModule {
    const providers = [
      { provide: SANDBOX_ENV, useValue: made.env },
      { provide: STATE, useValue: made.state },
      { provide: PUSH_IDENTITY, useValue: made.identity },
      { provide: LOG, useValue: made.log },
    ];
    return { module: SharedModule, providers, exports: providers };
  }
}

interface Made {
  readonly env: SandboxEnv;
  readonly state: SandboxState;
  readonly identity: PushIdentity;
  readonly log: Logger;
}

/** The third parties of the platform, the strings to pull and the page. */
@Module({ controllers: [HealthController, PageController] })
export class SandboxModule {
  static with(made: Made): DynamicModule {
    return { module: SandboxModule, imports: [SharedModule.with(made), ControlModule] };
  }
}
