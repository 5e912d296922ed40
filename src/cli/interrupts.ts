import { EXIT } from './exit-codes.js';

/**
 * Turns Ctrl-C and SIGTERM into an abort, so that what is finished gets written; the second one
 * ends the process at once.
 */
export class Interrupts {
  /** Exit code of the signal that came, if one came. */
  code: number | undefined;
  private readonly controller = new AbortController();

  constructor() {
    process.on('SIGINT', this.handle);
    process.on('SIGTERM', this.handle);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Stops training for another reason than a signal. */
  stop(): void {
    this.controller.abort();
  }

  /** Does what Ctrl-C does, the first time. */
  interrupt(): void {
    this.code ??= EXIT.SIGINT;
    this.controller.abort();
  }

  /** Lets signals have their usual effect again. */
  release(): void {
    process.off('SIGINT', this.handle);
    process.off('SIGTERM', this.handle);
  }

  private readonly handle = (name: 'SIGINT' | 'SIGTERM'): void => {
    if (this.code !== undefined) process.exit(EXIT[name]);
    this.code = EXIT[name];
    this.controller.abort();
  };
}
