import { isPlainMap, type PlainMap } from '../config/plain-map.js';
import { LOSS_DEFAULTS } from '../config/training-defaults.js';
import { type Encoding, type LossConfig, type LossName, nameOf } from '../config/types.js';
import type { ColumnNames } from '../data/table.js';
import { countingOf } from '../plan/metrics.js';
import type { DatasetShape } from '../plan/trial.js';
import type { ModelRecord } from './record.js';

/** Where a model comes from, as far as it says so: any JSON may stand there. */
export interface ModelOrigin {
  /** The data that it was trained on, as results hold them. */
  data: PlainMap;
  training: PlainMap;
  /** What a header called the columns. */
  columns?: ColumnNames;
}

/** A sweep writes down what its variant was trained with; others have the config alone. */
export function originOf({ origin }: Pick<ModelRecord, 'origin'>): ModelOrigin {
  const config = mapOf(origin.config);
  const { inputs, targets } = mapOf(origin.columns);
  return {
    data: mapOf(origin.data ?? config.data),
    training: mapOf(origin.training ?? config.training),
    ...(areNames(inputs) && areNames(targets) && { columns: { inputs, targets } }),
  };
}

function mapOf(value: unknown): PlainMap {
  return isPlainMap(value) ? value : {};
}

function areNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

/** What the targets are to the loss of a model. */
export type TargetForm = Exclude<Encoding, 'auto'>;

/** How a model is measured: by the loss that it was trained with, on targets of the same form. */
export interface Measure {
  loss: LossConfig;
  form: TargetForm;
}

/** As its origin says; where that does not fit what it answers, in the usual way. */
export function measureOf(model: Pick<ModelRecord, 'answer' | 'origin'>): Measure {
  const { answer, origin } = model;
  const said = lossOf(originOf(model).training.loss);
  const forms = said ? formsOf(answer, said) : [];
  if (said && forms.length > 0) {
    return { loss: said, form: forms.find((form) => form === origin.encoding) ?? forms[0] };
  }
  const loss = usualLoss(answer);
  return { loss, form: formsOf(answer, loss)[0] };
}

function lossOf(value: unknown): LossConfig | undefined {
  const { name, ...given } = isPlainMap(value) ? value : { name: value };
  if (typeof name !== 'string' || !Object.hasOwn(LOSS_DEFAULTS, name)) return undefined;
  const defaults = LOSS_DEFAULTS[name as LossName];
  const parameters = Object.entries(defaults).map(([key, usual]) => {
    const own = given[key];
    return [key, typeof own === 'number' && own > 0 ? own : usual];
  });
  if (parameters.length === 0) return name as LossConfig;
  return { name, ...Object.fromEntries(parameters) } as LossConfig;
}

const FORMS: readonly TargetForm[] = ['label', 'one-hot', 'binary', 'number'];

/** Forms of targets that the loss takes and that make such an answer of a network. */
function formsOf(answer: ModelRecord['answer'], loss: LossConfig): TargetForm[] {
  const ofLabels = nameOf(loss) === 'softmax-cross-entropy';
  return FORMS.filter((form) => {
    if (ofLabels !== (form === 'label')) return false;
    const counting = countingOf(loss, shapeOf(form));
    if (counting === 'none') return answer.kind === 'numbers';
    return answer.kind === (counting === 'threshold' ? 'binary' : 'classes');
  });
}

/** The encoding of a dataset whose targets have this form. */
export function shapeOf(form: TargetForm): Pick<DatasetShape, 'encoding'> {
  return form === 'number' ? {} : { encoding: form };
}

function usualLoss(answer: ModelRecord['answer']): LossConfig {
  if (answer.kind === 'numbers' || answer.outputs !== 'logits') return 'mse';
  return answer.kind === 'classes' ? 'softmax-cross-entropy' : 'binary-cross-entropy';
}
