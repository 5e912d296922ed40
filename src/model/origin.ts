import { isPlainMap, type PlainMap } from '../config/plain-map.js';
import type { ModelRecord } from './record.js';

/** Where a model comes from, as far as it says so: any JSON may stand there. */
export interface ModelOrigin {
  /** The data that it was trained on, as results hold them. */
  data: PlainMap;
  training: PlainMap;
}

/** A sweep writes down what its variant was trained with; others have the config alone. */
export function originOf({ origin }: Pick<ModelRecord, 'origin'>): ModelOrigin {
  const config = mapOf(origin.config);
  return {
    data: mapOf(origin.data ?? config.data),
    training: mapOf(origin.training ?? config.training),
  };
}

function mapOf(value: unknown): PlainMap {
  return isPlainMap(value) ? value : {};
}
