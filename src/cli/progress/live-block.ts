const INTERVAL_MS = 100;
/** Frames may come so much early: a sender that is just as slow would else lose every other one. */
const EARLY_MS = 20;
const ESCAPE = '\u001b';

/** Lines at the end of the terminal that are drawn over again and again. */
export class LiveBlock {
  private readonly stream: NodeJS.WriteStream;
  private readonly dim: boolean;
  private lengths: number[] = [];
  /** Of the next frame. */
  private due = Number.NEGATIVE_INFINITY;

  /** @param dim whether the block may be paler than other output. */
  constructor(stream: NodeJS.WriteStream, dim: boolean) {
    this.stream = stream;
    this.dim = dim;
  }

  /** Columns that a line may fill: writing into the last one makes some terminals wrap. */
  get columns(): number {
    return Math.max(20, (this.stream.columns || 80) - 1);
  }

  get rows(): number {
    return this.stream.rows || 24;
  }

  /** Draws the lines unless it did so a moment ago. */
  draw(lines: () => string[]): void {
    const now = performance.now();
    if (now < this.due - EARLY_MS) return;
    this.due = Math.max(this.due, now) + INTERVAL_MS;
    const drawn = lines();
    const shown = this.dim ? drawn.map((line) => `${ESCAPE}[2m${line}${ESCAPE}[22m`) : drawn;
    const text = shown.map((line) => `${line}${ESCAPE}[K\n`).join('');
    this.write(`${this.toFirstLine()}${text}${ESCAPE}[J`);
    this.lengths = drawn.map((line) => line.length);
  }

  /** Leaves the terminal as if nothing had been drawn. */
  clear(): void {
    const back = this.toFirstLine();
    // Line by line: some terminals keep what a whole screen held when it is cleared.
    this.write(`${back}${`${ESCAPE}[2K\n`.repeat(this.rowsDrawn)}${back}`);
    this.lengths = [];
  }

  private get rowsDrawn(): number {
    // A terminal that became narrower has wrapped the lines.
    const columns = this.stream.columns || 80;
    return this.lengths.reduce((sum, n) => sum + Math.max(1, Math.ceil(n / columns)), 0);
  }

  private toFirstLine(): string {
    return this.rowsDrawn === 0 ? '' : `${ESCAPE}[${this.rowsDrawn}A\r`;
  }

  private write(text: string): void {
    if (text !== '' && this.stream.writable) this.stream.write(text);
  }
}
