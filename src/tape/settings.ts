import { formatPath } from '../config/layer.js';
import { InputError } from '../config/problem.js';
import { resolveLayers } from '../config/resolve.js';
import type { SweepConfig } from '../config/types.js';

/**
 * Completes settings as a sweep does.
 *
 * @param where what errors call them.
 * @throws {InputError} with every problem of the settings.
 */
export function complete(where: string, settings: object): SweepConfig {
  const place = (path: readonly (string | number)[]) => {
    const own = path.filter((key) => key !== 'training' && key !== 'networks');
    return { where: `${where}: ${formatPath(own)}` };
  };
  const { config, problems } = resolveLayers([{ value: settings, showPath: false, place }]);
  if (!config) throw new InputError(problems);
  return config;
}
