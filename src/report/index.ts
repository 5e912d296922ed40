import type { Inspection } from '../inspect/types.js';
import type { Manifest } from '../results/manifest.js';
import { metricsIn } from '../results/measured.js';
import type { NetworkRecord, Results } from '../results/schema.js';
import { serialiseManifest, serialiseResults } from '../results/serialise.js';
import { aggregateCsv } from './aggregate-csv.js';
import { axisFigures } from './axis-figures.js';
import { classFiles } from './class-csv.js';
import { curvesCsv, resultsCsv } from './csv.js';
import { curveFiles, inspectionTables, timelineCsv } from './figure-csv.js';
import { accuracyCurves } from './figures/accuracy-curves.js';
import { confusionFigure, confusionShown } from './figures/confusion.js';
import { lossCurves } from './figures/loss-curves.js';
import { lossPanels } from './figures/loss-panels.js';
import { networkFigure } from './figures/network.js';
import { timeline } from './figures/timeline.js';
import { fileStems } from './file-stems.js';
import { inspectionFiles } from './inspection-files.js';
import type { PageFigure } from './page/figures.js';
import { reportPage } from './page/page.js';
import { CURVES, type Shown, sometimesShown, TIMELINE } from './shown-figures.js';
import { summaryMarkdown } from './summary.js';
import { variantsCsv } from './variants-csv.js';

/**
 * Every file of a run's folder by its path inside it. Pure: the caller writes them. All but
 * manifest.json, the timeline and the section `#machine` of report.html depend on results and
 * inspection alone.
 *
 * @param manifest where it is known how the execution went.
 * @param inspection of the best network, where there is one.
 */
export function renderFiles(
  results: Results,
  manifest?: Manifest,
  inspection?: Inspection,
): Map<string, string> {
  const networks = networkFiles(results.networks);
  const inputs = results.datasets[0]?.inputs ?? 0;
  const tables = classFiles(results);
  const axes = axisFigures(results);
  const classes = classFigures(results);
  const looks = inspection ? inspectionFiles(results, inspection) : [];
  const sometimes = [
    ...[...tables, ...classes, ...looks].map(([path]) => path),
    ...(manifest ? [TIMELINE.path] : []),
  ];
  const files = new Map([
    ['results.json', serialiseResults(results)],
    ...(manifest ? [['manifest.json', serialiseManifest(manifest)] as const] : []),
    ['curves.csv', curvesCsv(results)],
    ['results.csv', resultsCsv(results)],
    ['variants.csv', variantsCsv(results)],
    ['aggregate.csv', aggregateCsv(results)],
    ...tables,
    ['summary.md', summaryMarkdown(results, [...networks.keys()], sometimes, axes)],
    ['figures/loss-curves.svg', lossCurves(results)],
    ['figures/loss-panels.svg', lossPanels(results)],
    ...axes.map(({ path, source }): [string, string] => [path, source]),
    ...classes,
    ...looks,
    ...curveFiles(results),
    ...(inspection ? inspectionTables(inspection) : []),
    ...(manifest ? timelineFiles(results, manifest) : []),
    ...Array.from(networks, ([file, network]): [string, string] => [
      `figures/${file}`,
      networkFigure(network, inputs),
    ]),
  ]);
  files.set('report.html', page(results, manifest, files, axes));
  return files;
}

/** Figures against size and whatever varies first, then curves, then the best network. */
function page(
  results: Results,
  manifest: Manifest | undefined,
  files: ReadonlyMap<string, string>,
  axes: readonly Shown[],
): string {
  const figure = ({ path, title }: Shown): PageFigure => ({
    path,
    caption: title,
    source: files.get(path)!,
  });
  const networks = [...networkFiles(results.networks)].map(([file, { id }]) =>
    figure({ path: `figures/${file}`, title: `Network ${id}` }),
  );
  return reportPage(results, {
    figures: [...axes, ...CURVES, ...sometimesShown([...files.keys()])].map(figure),
    networks,
    ...(manifest && { machine: { manifest, timeline: figure(TIMELINE) } }),
  });
}

function timelineFiles(results: Results, manifest: Manifest): [path: string, text: string][] {
  return [
    [TIMELINE.path, timeline(results, manifest)],
    ['figures/timeline.csv', timelineCsv(manifest)],
  ];
}

/** Figures of answers, where targets are classes. */
function classFigures(results: Results): [path: string, source: string][] {
  if (!metricsIn(results).includes('accuracy')) return [];
  const figures: [string, string][] = [['figures/accuracy-curves.svg', accuracyCurves(results)]];
  if (confusionShown(results)) figures.push(['figures/confusion.svg', confusionFigure(results)]);
  return figures;
}

/** `network-4-2-1.svg` */
function networkFiles(networks: readonly NetworkRecord[]): Map<string, NetworkRecord> {
  const ids = networks.map(({ id }) => id);
  const stems = fileStems(ids, 'network-');
  return new Map(networks.map((network) => [`${stems.get(network.id)}.svg`, network]));
}
