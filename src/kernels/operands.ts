/** What kernels of one kind take, in the order in which they take it. Contract: contract.ts. */

/** The operands of a product: C (m × n) and two factors with k between them. */
export type Product = [
  c: number,
  ldc: number,
  a: number,
  lda: number,
  b: number,
  ldb: number,
  m: number,
  n: number,
  k: number,
];

/** a (m × n) from z (m × n), element by element. */
export type Elementwise = [a: number, lda: number, z: number, ldz: number, m: number, n: number];

/** The operands of a loss's gradient d (m × n) at outputs o and targets y. */
export type Delta = [
  d: number,
  ldd: number,
  o: number,
  ldo: number,
  y: number,
  ldy: number,
  m: number,
  n: number,
  scale: number,
];

/** The operands of the way back through one output neuron. */
export type Neuron = [
  d: number,
  ldd: number,
  e: number,
  h: number,
  ldh: number,
  v: number,
  m: number,
  n: number,
  dv: number,
  db: number,
];

/** As `Neuron`, with the weight gradient dw (m × k) of the layer over the inputs x (k × n). */
export type NeuronGradient = [
  ...Neuron,
  dw: number,
  lddw: number,
  x: number,
  ldx: number,
  k: number,
];
