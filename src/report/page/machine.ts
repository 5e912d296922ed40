import type { Manifest } from '../../results/manifest.js';
import { counted, figure, grouped } from '../../results/wording.js';
import { figureElement, type PageFigure, type Part } from './figures.js';
import { escaped, tag } from './html.js';

/** A timeline of more trainings is a page by itself. */
const MOST_RUNS = 1000;

/** How this execution went: the one part of the page that differs from run to run. */
export function machineSection(manifest: Manifest, timeline: PageFigure): Part {
  const { versions, cpu, threads, binary, wallMs, stages } = manifest;
  const facts: [string, string][] = [
    ['lanewise', versions.lanewise],
    ['Node', `${versions.node} (V8 ${versions.v8})`],
    ['CPU', `${cpu}, ${counted(threads, 'thread')}`],
    ['kernels', kernelWords(binary)],
    ['time', `${figure(wallMs / 1000)} s: ${stageWords(stages)}`],
    ['training', trainingWords(manifest)],
  ];
  const drawn =
    manifest.trials.length <= MOST_RUNS ? figureElement(timeline) : { markup: '', rules: '' };
  const markup = tag('section', { id: 'machine', 'aria-labelledby': 'machine-head' }, [
    tag('h2', { id: 'machine-head' }, 'Machine'),
    tag('p', { class: 'note' }, 'How this execution went. All above is the same on any machine.'),
    tag(
      'dl',
      { class: 'facts' },
      facts.map(([name, value]) =>
        tag('div', {}, [tag('dt', {}, name), tag('dd', {}, escaped(value))]),
      ),
    ),
    drawn.markup,
  ]);
  return { markup, rules: drawn.rules };
}

function kernelWords({ backend, file, sha256 }: Manifest['binary']): string {
  if (file === undefined || sha256 === undefined) return backend;
  return `${backend}, ${file}, SHA-256 ${sha256}`;
}

function stageWords(stages: Manifest['stages']): string {
  return stages.map(({ name, ms }) => `${name} ${figure(ms / 1000)} s`).join(', ');
}

function trainingWords({ samplesPerSecond, parallelEfficiency }: Manifest): string {
  const rate = `${grouped(Math.round(samplesPerSecond))} samples per second`;
  return `${rate}, threads ${Math.round(100 * parallelEfficiency)} % busy`;
}
