/** Something the operator can act on: its message is all there is to say. */
export class CliError extends Error {
  override readonly name: string = 'CliError';
}

/** The command line itself is wrong; exit code 2. */
export class WrongUsage extends CliError {
  override readonly name = 'WrongUsage';
}
