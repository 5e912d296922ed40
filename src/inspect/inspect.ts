import type { Results } from '../results/schema.js';
import { bestRun } from './best.js';
import { inspectBoundary } from './boundary.js';
import { inspectFirstLayer } from './first-layer.js';
import { inspectMisread } from './misread.js';
import { inspectPredicted } from './predicted.js';
import type { Subject } from './subject.js';
import type { Inspection } from './types.js';

/**
 * Looks inside the best network of a sweep: how it divides the plane of its inputs, what it predicts,
 * which images it misreads, what its first layer looks at; as far as there are such things. Of the
 * same bits for the same results, and bounded whatever the size of network and data.
 *
 * @param subjectOf gives the network that a run ended with; undefined where it was not kept.
 * @returns undefined where there is no network to look at (see bestRun), or nothing to see.
 */
export function inspect(
  results: Results,
  subjectOf: (run: Results['runs'][number]) => Subject | undefined,
): Inspection | undefined {
  const found = bestRun(results);
  const subject = found && subjectOf(found.run);
  if (!found || !subject) return undefined;
  const parts = lookInside(subject);
  if (Object.keys(parts).length === 0) return undefined;
  const { variant, seed, fold } = found.run;
  return {
    schema: 'lanewise/inspection@1',
    configHash: results.configHash,
    network: { variant, seed, ...(fold !== undefined && { fold }), best: found.best },
    ...namesOf(subject, parts),
    ...parts,
  };
}

type Parts = Pick<Inspection, 'boundary' | 'predicted' | 'misread' | 'firstLayer'>;

function lookInside(subject: Subject): Parts {
  const [boundary, predicted] = [inspectBoundary(subject), inspectPredicted(subject)];
  const [misread, firstLayer] = [inspectMisread(subject), inspectFirstLayer(subject)];
  return {
    ...(boundary && { boundary }),
    ...(predicted && { predicted }),
    ...(misread && { misread }),
    ...(firstLayer && { firstLayer }),
  };
}

/** The names that the parts have a use for. */
function namesOf(
  { model: { answer }, columnNames }: Subject,
  { boundary, predicted }: Parts,
): Pick<Inspection, 'classNames' | 'inputNames' | 'targetNames'> {
  const classNames = answer.kind === 'numbers' ? undefined : answer.classNames;
  return {
    ...(classNames && { classNames }),
    ...(boundary && columnNames && { inputNames: columnNames.inputs }),
    ...(predicted && columnNames && { targetNames: columnNames.targets }),
  };
}
