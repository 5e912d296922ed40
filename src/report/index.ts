import type { Inspection } from '../inspect/types.js';
import type { Manifest } from '../results/manifest.js';
import { metricsIn } from '../results/measured.js';
import type { NetworkRecord, Results } from '../results/schema.js';
import { serialiseManifest, serialiseResults } from '../results/serialise.js';
import { axisFigures } from './axis-figures.js';
import { classFiles } from './class-csv.js';
import { curvesCsv, resultsCsv } from './csv.js';
import { accuracyCurves } from './figures/accuracy-curves.js';
import { confusionFigure, confusionShown } from './figures/confusion.js';
import { lossCurves } from './figures/loss-curves.js';
import { lossPanels } from './figures/loss-panels.js';
import { networkFigure } from './figures/network.js';
import { timeline } from './figures/timeline.js';
import { fileStems } from './file-stems.js';
import { inspectionFiles } from './inspection-files.js';
import { summaryMarkdown } from './summary.js';
import { variantsCsv } from './variants-csv.js';

/**
 * Every file of a run's folder by its path inside it. Pure: the caller writes them. All but
 * manifest.json and timeline.svg depend on results and inspection alone.
 *
 * @param inspection of the best network, where there is one.
 */
export function renderFiles(
  results: Results,
  manifest: Manifest,
  inspection?: Inspection,
): Map<string, string> {
  const networks = networkFiles(results.networks);
  const inputs = results.datasets[0]?.inputs ?? 0;
  const tables = classFiles(results);
  const figures = sometimesFigures(results);
  const looks = inspection ? inspectionFiles(results, inspection) : [];
  const sometimes = [...tables, ...figures, ...looks].map(([path]) => path);
  return new Map([
    ['results.json', serialiseResults(results)],
    ['manifest.json', serialiseManifest(manifest)],
    ['curves.csv', curvesCsv(results)],
    ['results.csv', resultsCsv(results)],
    ['variants.csv', variantsCsv(results)],
    ...tables,
    ['summary.md', summaryMarkdown(results, [...networks.keys()], sometimes)],
    ['figures/loss-curves.svg', lossCurves(results)],
    ['figures/loss-panels.svg', lossPanels(results)],
    ...figures,
    ...looks,
    ['figures/timeline.svg', timeline(results, manifest)],
    ...Array.from(networks, ([file, network]): [string, string] => [
      `figures/${file}`,
      networkFigure(network, inputs),
    ]),
  ]);
}

/** Figures that only some sweeps have: of what varies, and of classes. */
function sometimesFigures(results: Results): [path: string, source: string][] {
  const figures = axisFigures(results);
  if (!metricsIn(results).includes('accuracy')) return figures;
  figures.push(['figures/accuracy-curves.svg', accuracyCurves(results)]);
  if (confusionShown(results)) figures.push(['figures/confusion.svg', confusionFigure(results)]);
  return figures;
}

/** `network-4-2-1.svg` */
function networkFiles(networks: readonly NetworkRecord[]): Map<string, NetworkRecord> {
  const ids = networks.map(({ id }) => id);
  const stems = fileStems(ids, 'network-');
  return new Map(networks.map((network) => [`${stems.get(network.id)}.svg`, network]));
}
