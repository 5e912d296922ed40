/** Why a mutant may live: the reasons found by reading survivors. The first that fits is given. */

export interface Survivor {
  /** File and name, as in `gemm/nn/multiply`. */
  readonly function: string;
  readonly change: string;
  /** The instructions before and after it, each list in the order of the code. */
  readonly before: string;
  readonly after: string;
}

export interface Explanation {
  readonly name: string;
  readonly why: string;
  /** One of these, every part of which matches. */
  readonly where: readonly Partial<Record<keyof Survivor, RegExp>>[];
}

export const EXPLANATIONS: readonly Explanation[] = [
  {
    name: 'Another path, the same bits',
    why: 'The shape chooses among packed, strided, thin and row tiles, vector and scalar loops, one pass and two, and sizes of blocks. All give the same bits and keep to their operands: only the speed differs, which the benchmark watches.',
    where: [
      {
        function: /gemm\/\w+\/(multiply|gemm_nt)$/,
        change: /^i32.const (12|16|64|128|140|256|268) /,
      },
      { function: /gemm\/\w+\/multiply$/, after: /^(.*; ){0,4}i32.eqz; if/ },
      { function: /gemm\/\w+\/(multiply|gemm_nt)$/, after: /i32.const (64|140); i32.gt_s; select/ },
      { function: /gemm\/\w+\/(multiply|gemm_nt)$/, before: /i32.const (64|140)$/ },
      { function: /gemm\/nn\/multiply$/, change: /^return/ },
      { function: /tn\/multiply$/, change: /^i32.mul/, after: /^(.*; ){0,2}i32.const 16384/ },
      { function: /row_product$/, change: /^i32.const 24 / },
      { function: /multiply_unpacked$/, change: /^i32.const (1|4|24) |i32.(ge|le)_s/ },
      { function: /multiply_unpacked$/, change: /^i32.gt_s/, before: /i32.const 1$/ },
      { function: /gather_rows$/, change: /^i32.const 4 /, after: /^i32.ge_s/ },
      { function: /gather_rows$|row_product$/, change: /^i32.ge_s → (drop|i32.gt_s)/ },
      { function: /gemm_nt$/, change: /^i32.const -64 / },
      {
        function: /multiply$|gemm_nt$/,
        change: /^local.tee/,
        after: /i32.const 268; i32.gt_s; select/,
      },
      { function: /gather_rows$|dot_pair$|dot_four$|backward\/row/, change: /i32.ge_s → i32.gt_s/ },
      { function: /neuron_gradient$/, change: /^i32.le_s → i32.ge_s/ },
      { function: /neuron_gradient$/, before: /local.get 14(; i32.const 4)?$/ },
      { function: /relu_neuron_forward$/, change: /^i32.const (0|4) |^i32.le_s/ },
      { function: /_update$/, change: /^(i32.shl|i32.const)/, before: /i32.const -4; i32.and/ },
      { function: /_update$/, change: /^i32.and/, before: /i32.const -4$/ },
      { function: /_update$/, change: /i32.lt_u → (?!i32.ne)|^i32.ge_s/ },
      { function: /dot_pair$/, change: /^i32.const 4 → i32.const 5/ },
      { function: /_update$/, change: /^i32.add → drop/, before: /i32.and; i32.const 2; i32.shl$/ },
      { function: /^optimizer/, change: /^i32.ge_s/, before: /i32.const 4$/ },
      { function: /^optimizer/, change: /^br_if 0 → drop/, before: /i32.const 4; i32.ge_s$/ },
      { function: /^optimizer/, change: /^i32.const 4 → i32.const 5/, after: /^i32.ge_s/ },
    ],
  },
  {
    name: 'Equal operands',
    why: 'A minimum, maximum or choice by `select`: where the comparisons differ, the operands are equal. Of four rows, k − 1 is at most 3.',
    where: [
      { change: /i32.(gt|lt)_s → i32.(ge|le)_s/, after: /^select/ },
      {
        change: /^i32.const [1238] /,
        after: /^i32.gt_s; select|^local.get \d+; local.get \d+; i32.const/,
      },
      { change: /^i32.gt_s/, before: /i32.const [123]$/, after: /^select/ },
      { function: /gemm_nt$/, change: /^i32.sub/, after: /^call/ },
      { function: /gemm_nt$/, change: /^i32.const 4/, after: /^i32.sub; call/ },
      { function: /logarithm$/, change: /^f32x4.(eq|lt) → f32x4.le/ },
      { function: /clamp$|adam\/update$/, change: /^f32.(gt|lt) → f32.(ge|le)/ },
    ],
  },
  {
    name: 'Guards of empty sizes',
    why: 'No size is negative, and with a size of 0 the loops behind the guard do nothing: it saves their set-up.',
    where: [
      { after: /^(.*; ){0,6}return/, change: /^i32.(lt|le)_s|^i32.const 0|^i32.or/ },
      { after: /^(.*; ){0,3}select; i32.const 0; i32.le_s/, change: /^i32.lt_s|^local.tee/ },
    ],
  },
  {
    name: 'Bounds met exactly',
    why: 'What is counted up or down, from a size that is not negative or by its whole multiple, meets the bound exactly; "unequal" is then as good as "below" or "above".',
    where: [
      { change: /i32.(gt|lt)_[su] → i32.ne/ },
      { change: /i32.ne → i32.(gt|lt|ge|le)_[su]/ },
      { change: /i32.le_s → i32.eq/ },
      {
        function: /^neuron/,
        change: /^i32.const 1 /,
        after: /^i32.add; local.set \d+; br 1; end; end; end/,
      },
      { change: /i32.ge_[su] → i32.eq/ },
      { function: /^gemm/, change: /^i32.const 0 → i32.const -?1/, after: /^i32.(gt|le)_s; if/ },
    ],
  },
  {
    name: 'Few values',
    why: 'An epilogue is one of the kinds 0 to 3, a scaling of 0 to 2, a smooth activation is told from those above by its number, and steps and lanes left over are 1 to 4: the values at which the comparisons differ have been ruled out before, or cannot be. No offset is negative.',
    where: [
      { change: /i32.eq → i32.(le|ge|lt|gt)_[su]|i32.shr_u → i32.shr_s/ },
      { change: /^i32.const 1 → i32.const -?2/, after: /^end; i32.eqz/ },
      { function: /relu_neuron_forward$|gemm_nn_bias_relu$/, change: /^i32.const 2 / },
      { change: /^v128.const 0 0 0 0 1 0 0 0 2 0 0 0 3/ },
      { function: /rms\/\w+_scale$/, change: /^i32.const 0 /, after: /^call/ },
      { function: /smooth$/, change: /^i32.lt_s → i32.le_s|^i32.const 4 → i32.const 5/ },
      { function: /noise_add$/, change: /^i32.const 1 → / },
    ],
  },
  {
    name: 'Unused lanes',
    why: 'A shuffle brings two floats down to be promoted; what it leaves in the upper half is not read. In the last vector of a row the lanes beyond the columns are padding.',
    where: [
      { function: /^loss|norm\/sum$/, change: /^i8x16.shuffle/ },
      { function: /^neuron/, change: /^v128.const (.+) \d+ → v128.const \1 \d+$/ },
    ],
  },
  {
    name: 'Held constants',
    why: '`hold` hides a constant from the compiler behind `0 | c`, where the 0 is the sign of a size: any operation that gives c is as good.',
    where: [
      { change: /i32.or → i32.(xor)/ },
      { change: /^i32.or → drop/, before: /local.get \d+$/ },
      { change: /^i32.shr_s|^i32.const 31 /, before: /local.get \d+(; i32.const 31)?$/ },
      { change: /^local.(tee|set)/, before: /i32.shr_[su]$/ },
      { function: /^activation\/log/, change: /^local.tee/, before: /i32.const 31/ },
    ],
  },
  {
    name: 'Disjoint bits',
    why: 'A sign and a magnitude without one share no bit: "or" and "exclusive or" join them alike.',
    where: [{ function: /^activation/, change: /^v128.or → v128.xor/ }],
  },
  {
    name: 'Zeros and NaN alike',
    why: '−0 compares as +0; `max` and `pmax` (`min`, `pmin`) differ in the zero and the NaN that they return, which a sum from +0 never is, respectively which is canonical here.',
    where: [
      { change: /pmax → f32x4.max|pmin → f32x4.min/ },
      { change: /^v128.const.* 128$/, after: /^f32x4.(le|lt|eq)/ },
      { function: /row_sum$|hits$|add_sign$|kl_divergence_sum$/, change: /^v128.const.* 128$/ },
    ],
  },
  {
    name: 'A rare last bit',
    why: 'The last bit of a bound beyond which the result is constant, or of a coefficient of a small term: no result, or very few of 2³², changes, and by one bit. Noticing it takes all inputs, not a sample.',
    where: [
      {
        function: /^(activation|math|loss|random)/,
        change: /^i32.const -?\d{8,} → /,
        after: /^i32.or/,
      },
      { function: /smooth$/, change: /^i32.const -?\d{9,} → |^f32.const (10\.8|14\.5|18|104)/ },
      { function: /hits$/, change: /^v128.const 0 0 128 63 .* → v128.const 1 0 128 63/ },
      { change: /^f64.const/, after: /f32.demote_f64/ },
    ],
  },
  {
    name: 'Shifted out',
    why: 'Only the low nine bits of an exponent survive the shift to its place, and of a wide product only its upper word is taken.',
    where: [
      { function: /exp|softmax/, change: /^i32x4.sub|^i32x4.shr_s/ },
      { function: /exp|softmax/, change: /^local.tee/, before: /i32x4.sub$/ },
      { change: /i64.shr_u → i64.shr_s/, after: /^i32.wrap_i64/ },
    ],
  },
  {
    name: 'Values not read',
    why: 'A plain product has no bias and no activations, most activations and sums no factor: their address, stride and value are any number. What a variable holds before its first turn of the loop is replaced there.',
    where: [
      { function: /^gemm/, change: /^i32.const 0 → /, after: /^(i32.const 0; ){0,2}call/ },
      { function: /^loss\/sums\/\w+_sum$/, change: /^f64.const 0 → / },
      { function: /sums\/sum$/, change: /^i32.const 0 → /, before: /else(; i32.const 0)?$/ },
      { function: /^activation\/smooth/, change: /^f32.const 0 → /, after: /^call/ },
      { function: /sums\/sum$/, change: /^v128.const 0 0 0/, after: /^local.set \d+; i32.const 0/ },
    ],
  },
  {
    name: 'One float in 2¹⁴⁹',
    why: 'A threshold of 0 raised by one of the least numbers in one lane: noticed where just that activation, or a variance without an epsilon, lies there, which depends on the seed.',
    where: [
      { change: /^v128.const 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 →/, after: /^f32x4.(le|pmax)/ },
      { function: /rms\/update$/, change: /^f32.const 0 → /, after: /^f32.lt/ },
    ],
  },
];

export function explain(survivor: Survivor): Explanation | undefined {
  const fits = (where: Explanation['where'][number]) =>
    Object.entries(where).every(([key, pattern]) => pattern?.test(survivor[key as keyof Survivor]));
  return EXPLANATIONS.find((explanation) => explanation.where.some(fits));
}
