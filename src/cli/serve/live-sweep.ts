import type { SweepEvent, SweepPlan } from '../../events.js';
import { LiveFeed } from '../../live/feed.js';
import { LIVE_POLICY, type LivePage, livePage } from '../../live/page.js';
import type { Identity } from '../../live/untrained.js';
import { totals } from '../progress/frame.js';
import { type Content, LiveServer } from './server.js';

/** The report has a policy of its own; a page can forbid frames by a header alone. */
const REPORT_POLICY = "frame-ancestors 'none'";

/** A sweep as its page shows it while it trains, and for a moment after. */
export class LiveSweep implements Content {
  readonly onStop: () => void;
  readonly #identity: Identity;
  #server: LiveServer | undefined;
  #live: { page: LivePage; feed: LiveFeed } | undefined;
  #report: string | undefined;
  #isTraining = true;

  /** @param onStop is called when the reader of the page wants the sweep to stop. */
  constructor(identity: Identity, onStop: () => void) {
    this.#identity = identity;
    this.onStop = () => {
      // What is trained is written, whoever is late to stop it.
      if (!this.#isTraining) return;
      onStop();
      this.#live?.feed.phase('stopping');
    };
  }

  /**
   * Takes the port, before anything is trained.
   *
   * @throws {InputError} where it cannot be had.
   */
  async listen(port: number): Promise<void> {
    this.#server = await LiveServer.open(port, this);
  }

  get address(): string {
    return this.#server?.address ?? '';
  }

  event(event: SweepEvent): void {
    if (event.type === 'plan') this.#begin(event);
    else this.#live?.feed.event(event);
  }

  /** Training is over. */
  writing(): void {
    this.#isTraining = false;
    this.#live?.feed.phase('writing');
  }

  /** Turns all pages that are open into the report; returns when they have it, or after a while. */
  async finish(report: string): Promise<void> {
    this.#report = report;
    await this.#server?.farewell();
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  page(): { html: string; policy: string } {
    if (this.#report !== undefined) return { html: this.#report, policy: REPORT_POLICY };
    // Nobody knows the address before there is a page.
    const html = this.#live?.page.html(this.#live.feed.whole) ?? '';
    return { html, policy: LIVE_POLICY };
  }

  greeting(): string | undefined {
    return this.#live && JSON.stringify(this.#live.feed.whole);
  }

  #begin(plan: SweepPlan & { threads: number }): void {
    const page = livePage(this.#identity, plan);
    const feed = new LiveFeed(plan, page.shown, totals, (update) => {
      if (this.#server?.isHeard) this.#server.send('update', JSON.stringify(update));
    });
    this.#live = { page, feed };
  }
}
