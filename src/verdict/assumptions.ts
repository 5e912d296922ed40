import type { SizeSweep } from './types.js';

/** What stands in for variances that a sweep does not tell, in sentences. */
export function assumptions({ labelVariance, noiseVariance }: SizeSweep): string[] {
  const sentences: string[] = [];
  const isNoisy = noiseVariance !== undefined && noiseVariance > 0;
  if (labelVariance === undefined) {
    sentences.push('The variance of the labels is not known: no size counts as untrained.');
  }
  if (!isNoisy && labelVariance === undefined) {
    sentences.push(
      'For interpolation the largest median training error stands for it: 0.001 × that.',
    );
  }
  if (noiseVariance === undefined && labelVariance !== undefined) {
    sentences.push(
      'The variance of the noise is not known: a network counts as interpolating from ' +
        '0.001 × the variance of the labels down.',
    );
  }
  return sentences;
}
