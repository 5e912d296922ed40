/** Time that a page or worker may be kept busy before its events get a turn, in ms. */
const BUSY_MS = 12;

/** Gives the event loop a turn whenever it has had none for 12 ms. */
export class Breather {
  #since = performance.now();

  get due(): boolean {
    return performance.now() - this.#since > BUSY_MS;
  }

  /** A message, because a page's timers wait for 4 ms. */
  async pause(): Promise<void> {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(0);
    });
    this.#since = performance.now();
  }
}
