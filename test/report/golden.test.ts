import { expect, it } from 'vitest';
import { renderFiles } from '../../src/report/index.js';
import { inspectionFiles } from '../../src/report/inspection-files.js';
import { shortSummary } from '../../src/report/text.js';
import type { Results } from '../../src/results/schema.js';
import { diagnosedResults } from '../results/diagnosed-sample.js';
import { drawnResults, gridResults, listResults, ratesResults } from '../results/varied-sample.js';
import { INSPECTIONS } from './inspections.js';
import { LITERAL_MANIFEST, literalResults } from './literal.js';
import { sampleManifest } from './sample-manifest.js';

// Small documents that a person can open and judge. Renew with `npx vitest run -u`, then look.
// The page is too large for that; it has tests of its own.
const FILES = renderFiles(literalResults(), LITERAL_MANIFEST);
FILES.delete('report.html');

it.each([...FILES.keys()])('%s is as it was', async (path) => {
  const file = path.replace('figures/', '');
  await expect(FILES.get(path)).toMatchFileSnapshot(`../golden/${file}`);
});

const LOOKS = {
  classes: 'three classes',
  quantities: 'quantities of two inputs',
  images: 'images of writing',
};
const INSPECTED = Object.entries(LOOKS).flatMap(([folder, key]) =>
  inspectionFiles({ name: 'golden' }, INSPECTIONS[key]()).map(
    ([path, text]) => [`${folder}/${path.replace('figures/', '')}`, text] as const,
  ),
);

it.each(INSPECTED)('inspection of %s is as it was', async (path, text) => {
  await expect(text).toMatchFileSnapshot(`../golden/inspection/${path}`);
});

it('the text for the terminal is as it was', async () => {
  await expect(shortSummary(literalResults())).toMatchFileSnapshot('../golden/terminal.txt');
});

// One figure of each kind of what varies.
const VARIED: [file: string, results: () => Results, path: string][] = [
  ['rates-error-vs-learning-rate', ratesResults, 'error-vs-learning-rate'],
  ['settings-error-vs-setting', listResults, 'error-vs-setting'],
  ['settings-loss-curves', listResults, 'loss-curves'],
  ['grid-error-vs-batch-size', gridResults, 'error-vs-batch-size'],
  ['grid-heat', gridResults, 'heat-batch-size-learning-rate'],
  ['draws-error-vs-learning-rate', drawnResults, 'error-vs-learning-rate'],
  ['draws-parallel', drawnResults, 'parallel'],
  ['diagnosed-effective', diagnosedResults, 'effective-vs-params'],
  ['diagnosed-eigenvalues', diagnosedResults, 'eigenvalues-vs-params'],
  ['diagnosed-bias-variance', diagnosedResults, 'bias-variance-vs-params'],
];

it.each(VARIED)('%s.svg is as it was', async (file, resultsOf, path) => {
  const results = resultsOf();
  const source = renderFiles(results, sampleManifest(results)).get(`figures/${path}.svg`);
  await expect(source).toMatchFileSnapshot(`../golden/varied/${file}.svg`);
});

it('the summary of a grid is as it was', async () => {
  const results = gridResults();
  const text = renderFiles(results, sampleManifest(results)).get('summary.md');
  await expect(text).toMatchFileSnapshot('../golden/varied/grid-summary.md');
});
