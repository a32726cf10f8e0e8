/**
 * A named place where a fault test may end or pause the process: `FLUX_FAILPOINT=name:kill` or `name:stop`. Nothing happens unless the variable is set, which no
 * production configuration does (docs/operations.md).
 */
const armed = process.env.FLUX_FAILPOINT?.split(':');

export function failpoint(name: string): void {
  if (armed?.[0] !== name) return;
  process.kill(process.pid, armed[1] === 'stop' ? 'SIGSTOP' : 'SIGKILL');
}
