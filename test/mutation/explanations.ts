/** Why a mutant may live: the reasons found by reading each survivor, the first that fits. */

export interface Survivor {
  /** File and name, as in `gemm/nn/multiply`. */
  readonly function: string;
  readonly change: string;
  /** The instructions before and after, in order. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface Explanation {
  readonly name: string;
  readonly why: string;
  readonly fits: (survivor: Survivor) => boolean;
}

const changes = (pattern: RegExp) => (s: Survivor) => pattern.test(s.change);

export const EXPLANATIONS: readonly Explanation[] = [
  {
    name: 'equal operands',
    why: 'A minimum or maximum by `select`: where the comparisons differ, both operands are equal.',
    fits: (s) =>
      s.after[0] === 'select' &&
      /\.([gl])t_[su] → i32\.\1e_[su]|\.([gl])e_[su] → i32\.\2t_[su]/.test(s.change),
  },
  {
    name: 'never negative',
    why: 'A size, or what is left of one: the signed and the unsigned comparison agree.',
    fits: changes(/\.([gl][te])_[su] → i32\.\1_[su]/),
  },
];
