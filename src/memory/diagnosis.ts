/** What is measured of a network at the parameters that it keeps, in the order in which it is kept. */
const FIELDS = [
  'weightNorm',
  'parameterNorm',
  'effectiveParameters',
  'largestEigenvalue',
  'smallestEigenvalue',
] as const;

export type DiagnosisField = (typeof FIELDS)[number];

/**
 * The diagnostics of one trial in the shared memory, float64; NaN where nothing was measured.
 * A worker writes them before it says that the trial has ended.
 */
export class Diagnosis {
  readonly #values: Float64Array;

  constructor(memory: WebAssembly.Memory, offset: number) {
    this.#values = new Float64Array(memory.buffer, offset, FIELDS.length);
  }

  static readonly bytes = 8 * FIELDS.length;

  clear(): void {
    this.#values.fill(Number.NaN);
  }

  set(field: DiagnosisField, value: number): void {
    this.#values[FIELDS.indexOf(field)] = value;
  }

  get(field: DiagnosisField): number {
    return this.#values[FIELDS.indexOf(field)];
  }
}
