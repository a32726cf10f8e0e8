/** Injection tokens of what is made before the application: environment, state, signing key and log. */
export const SANDBOX_ENV = Symbol('SandboxEnv');
export const STATE = Symbol('SandboxState');
export const PUSH_IDENTITY = Symbol('PushIdentity');
export const LOG = Symbol('Log');
