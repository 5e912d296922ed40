import { expect, it } from 'vitest';
import { normalQuantile } from '../../src/math/normal-quantile.js';

// Published: NIST/SEMATECH handbook and AS 241's own check values.
it.each([
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [1e-20, -9.262340089798408],
  [0.975, 1.959963984540054],
  [0.5, 0],
  [0.9999, 3.719016485455709],
])('quantile of %f is %f', (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 12);
});
