import type { SweepEvent } from '../../events.js';
import { LiveFeed } from '../../live/feed.js';
import { LIVE_POLICY, type LivePage, livePage } from '../../live/page.js';
import type { Identity } from '../../live/untrained.js';
import { totals } from '../progress/frame.js';
import { type Content, LiveServer } from './server.js';

/** The report has a policy of its own; a page can forbid frames by a header alone. */
const REPORT_POLICY = "frame-ancestors 'none'";

/** Of a sweep of more trainings nothing is kept for a reader who may never come. */
const MOST_KEPT = 20_000;

type PlanEvent = Extract<SweepEvent, { type: 'plan' }>;

/**
 * A sweep as its page shows it while it trains, and for a moment after. Until somebody looks, events are
 * kept as they are: a page takes time to make.
 */
export class LiveSweep implements Content {
  readonly #identity: Identity;
  readonly #stop: () => void;
  #server: LiveServer | undefined;
  #plan: PlanEvent | undefined;
  /** Runs that ended before anybody looked. */
  #kept: SweepEvent[] = [];
  #progress: SweepEvent | undefined;
  #live: { page: LivePage; feed: LiveFeed } | undefined;
  #report: string | undefined;
  #isTraining = true;

  /** @param stop is called when the reader of the page wants the sweep to stop. */
  constructor(identity: Identity, stop: () => void) {
    this.#identity = identity;
    this.#stop = stop;
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
    if (event.type === 'plan') {
      this.#plan = event;
      if (event.trials.length > MOST_KEPT) this.#look();
    } else if (this.#live) this.#live.feed.event(event);
    else if (event.type === 'run-end') this.#kept.push(event);
    else if (event.type === 'progress') this.#progress = event;
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
    const live = this.#look();
    // Nobody knows the address before there is a plan.
    return { html: live?.page.html(live.feed.whole) ?? '', policy: LIVE_POLICY };
  }

  greeting(): string | undefined {
    const live = this.#look();
    return live && JSON.stringify(live.feed.whole);
  }

  onStop(): void {
    // What is trained is written, whoever is late to stop it.
    if (!this.#isTraining) return;
    this.#stop();
    this.#live?.feed.phase('stopping');
  }

  /** The page and its feed, brought up to now. */
  #look() {
    if (this.#live || !this.#plan) return this.#live;
    const page = livePage(this.#identity, this.#plan);
    const feed = new LiveFeed(this.#plan, page.shown, totals, (update) => {
      if (this.#server?.isHeard) this.#server.send('update', JSON.stringify(update));
    });
    for (const event of this.#kept) feed.event(event);
    this.#kept = [];
    if (this.#progress) feed.event(this.#progress);
    feed.phase(this.#isTraining ? 'training' : 'writing');
    this.#live = { page, feed };
    return this.#live;
  }
}
