import { formatPath } from '../config/layer.js';
import { InputError } from '../config/problem.js';
import { resolveLayers } from '../config/resolve.js';
import type { SweepConfig } from '../config/types.js';

/** What the caller of the tape does not write. */
const AROUND = ['training', 'optimizer', 'networks'];

/**
 * Completes settings as a sweep does.
 *
 * @param where what errors call them.
 * @throws {InputError} with every problem of the settings.
 */
export function complete(where: string, settings: object): SweepConfig {
  const place = (path: readonly (string | number)[]) => {
    const own = path.filter((key) => !AROUND.includes(String(key)));
    return { where: own.length > 0 ? `${where}: ${formatPath(own)}` : where };
  };
  const { config, problems } = resolveLayers([{ value: settings, showPath: false, place }]);
  if (!config) throw new InputError(problems);
  return config;
}
