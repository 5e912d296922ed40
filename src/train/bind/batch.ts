import type { Binders } from './binder.js';

/** What fetches and disturbs a minibatch. */
export const BATCH = {
  gather_rows:
    (kernels, { dst, src, first, n, width }, state) =>
    () =>
      kernels.gather_rows(dst.at, dst.ld, src.at, src.ld, state.rows + 4 * first, n, width),
  gather_images:
    (kernels, { dst, src, first, n, height, width, channels, maps }, state) =>
    () =>
      kernels.gather_images(
        dst.at,
        dst.ld,
        src.at,
        src.ld,
        state.rows + 4 * first,
        n,
        height,
        width,
        channels,
        maps,
      ),
  noise_add:
    (kernels, { x, m, n, deviation, first, stride, words: [c2, c3, k0, k1] }, state) =>
    () =>
      kernels.noise_add(x.at, x.ld, m, n, deviation, first, stride, state.update, c2, c3, k0, k1),
  dropout:
    (
      kernels,
      { dst, src, m, n, threshold, scale, first, stride, words: [c2, c3, k0, k1] },
      state,
    ) =>
    () =>
      kernels.dropout(
        dst.at,
        dst.ld,
        src.at,
        src.ld,
        m,
        n,
        threshold,
        scale,
        first,
        stride,
        state.update,
        c2,
        c3,
        k0,
        k1,
      ),
} satisfies Partial<Binders>;
