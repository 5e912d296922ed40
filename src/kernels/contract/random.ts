/** Random numbers from counters, and what they do to a batch. The rules for all kernels are in ../contract.ts. */
export interface RandomKernels {
  /**
   * dst[i, j] = f32(scale · (2u − 1)), float64 up to the rounding, with u = word ÷ 2³² and word
   * number `first + i·n + j` of Philox 4×32-10: counter (number ÷ 4, c1, c2, c3), key (k0, k1), all
   * uint32. Uniform on ±scale. (m × n; the padding is not written)
   */
  uniform_fill(
    dst: number,
    ldd: number,
    m: number,
    n: number,
    scale: number,
    first: number,
    c1: number,
    c2: number,
    c3: number,
    k0: number,
    k1: number,
  ): void;

  /**
   * Dropout (Srivastava et al. 2014): dst = word < threshold ? +0 : f32(src · scale), element (i, j)
   * with Philox word number first + i·stride + j (mod 2³²) of the counter and key of uniform_fill;
   * first and stride are multiples of 4, so that whoever has the columns from j on, a multiple of 4
   * too, passes first + j. In place allowed. threshold: uint32. (m × n)
   */
  dropout(
    dst: number,
    ldd: number,
    src: number,
    lds: number,
    m: number,
    n: number,
    threshold: number,
    scale: number,
    first: number,
    stride: number,
    c1: number,
    c2: number,
    c3: number,
    k0: number,
    k1: number,
  ): void;
  /**
   * x = f32(x + f32(deviation · N)), words as in dropout, in place. (m × n) N is the quantile of the
   * standard normal distribution at (word + ½) ÷ 2³² in the form of Giles, "Approximating the erfinv
   * function" (2010), within 7·10⁻⁷ of itself and never beyond ±6.34. Every operation is rounded to
   * float32; s is the word − 2³¹, e the word or, from 2³¹ on, 2³² − 1 − word:
   * x = (s + ½) · 2⁻³¹; q = (e + ½) · 2⁻³¹; w = −log(q · (2 − q)), see log; N = p · x,
   * where p is a polynomial in w − 5/2 for w < 5, else in √w − 3, added in pairs of terms:
   * (p0 + p1 v + (p2 + p3 v) v²) + (p4 + p5 v + (p6 + p7 v) v²) v⁴, coefficients in
   * reference/normal.ts.
   */
  noise_add(
    x: number,
    ldx: number,
    m: number,
    n: number,
    deviation: number,
    first: number,
    stride: number,
    c1: number,
    c2: number,
    c3: number,
    k0: number,
    k1: number,
  ): void;
  /**
   * As gather_rows, with every row an image, height × width × channels (channels fastest), moved.
   * `maps` holds six float32 a sample, m0 … m5: pixel (r, c) of the result is the image at row
   * y = m0·r + m1·c + m2 and column x = m3·r + m4·c + m5, rounded after every product and sum from
   * left to right. With a, b, d, e the pixels (⌊y⌋, ⌊x⌋), (⌊y⌋, ⌊x⌋ + 1), (⌊y⌋ + 1, ⌊x⌋),
   * (⌊y⌋ + 1, ⌊x⌋ + 1), each +0 outside the image, and mix(a, b, t) = f32(a + f32(t · f32(b − a))):
   * mix(mix(a, b, x − ⌊x⌋), mix(d, e, x − ⌊x⌋), y − ⌊y⌋), in every channel. A coordinate that is
   * not finite gives NaN; none reads outside. The padding of dst is +0.
   */
  gather_images(
    dst: number,
    ldd: number,
    src: number,
    lds: number,
    rows: number,
    n: number,
    height: number,
    width: number,
    channels: number,
    maps: number,
  ): void;
}
