/** The survivors as Markdown, by the reason for which they live. */
import { describe } from '../instrumented/binary/instruction.js';
import { readModule, type WasmModule } from '../instrumented/binary/module.js';
import { EXPLANATIONS, explain, type Survivor } from './explanations.js';
import { describeChange, type Mutant } from './mutants.js';
import type { Judged } from './run.js';

const CONTEXT = 8;

interface Report {
  readonly text: string;
  readonly killed: number;
  readonly unexplained: number;
}

export function survivorsReport(
  judged: readonly Judged[],
  bytes: Uint8Array,
  names: ReadonlyMap<number, string>,
): Report {
  const module = readModule(bytes);
  const alive = judged.filter(({ wrong }) => wrong === undefined);
  const survivors = alive.map(({ mutant }) => ({ mutant, ...survivorOf(module, mutant, names) }));
  const killed = judged.length - alive.length;
  const sections = EXPLANATIONS.map((explanation) => {
    const fitting = survivors.filter((s) => explain(s) === explanation);
    return section(explanation.name, explanation.why, fitting);
  });
  const open = survivors.filter((s) => !explain(s));
  const rest = section('Unexplained', 'To be read, or to be killed.', open);
  const head = [
    '# Survivors of mutation',
    '',
    `Written by \`npm run test:mutation\`. Of ${judged.length} mutants of the compiled kernels, chosen by a seed,`,
    `${killed} were killed; ${alive.length} live. Each is listed under the reason that a reader has found for it`,
    'and written down in [explanations.ts](explanations.ts).',
    '',
  ].join('\n');
  return {
    text: [head, ...sections, rest].filter((part) => part !== '').join('\n'),
    killed,
    unexplained: open.length,
  };
}

function survivorOf(
  module: WasmModule,
  mutant: Mutant,
  names: ReadonlyMap<number, string>,
): Survivor {
  const { body } = module.functions[mutant.function];
  const at = mutant.position;
  return {
    function: names.get(mutant.function) ?? `function ${mutant.function}`,
    change: describeChange(mutant),
    before: body
      .slice(Math.max(0, at - CONTEXT), at)
      .map(describe)
      .join('; '),
    after: body
      .slice(at + 1, at + 1 + CONTEXT)
      .map(describe)
      .join('; '),
  };
}

function section(title: string, why: string, all: readonly (Survivor & { mutant: Mutant })[]) {
  if (all.length === 0) return '';
  const lines = all.map((s) => `- \`${s.function}\` instruction ${s.mutant.position}: ${s.change}`);
  return [`## ${title} (${all.length})`, '', why, '', ...lines, ''].join('\n');
}
