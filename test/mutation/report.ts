/** The survivors as Markdown, by the reason for which they live. */
import { describe } from '../instrumented/binary/instruction.js';
import { readModule, type WasmModule } from '../instrumented/binary/module.js';
import { EXPLANATIONS, type Survivor } from './explanations.js';
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
    const { name, why } = explanation;
    const fitting = survivors.filter((s) => EXPLANATIONS.find((e) => e.fits(s)) === explanation);
    return section(`${name} (${fitting.length})`, why, fitting);
  });
  const open = survivors.filter((s) => !EXPLANATIONS.some((e) => e.fits(s)));
  const rest = section(`Unexplained (${open.length})`, 'To be read, or to be killed.', open);
  const head = `# Survivors of mutation\n\nWritten by \`npm run test:mutation\`: ${killed} of ${judged.length} mutants of the compiled kernels were killed,
${alive.length} live. The reasons are in [explanations.ts](explanations.ts).\n`;
  return { text: [head, ...sections, rest].join('\n'), killed, unexplained: open.length };
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
    before: body.slice(Math.max(0, at - CONTEXT), at).map(describe),
    after: body.slice(at + 1, at + 1 + CONTEXT).map(describe),
  };
}

function section(title: string, why: string, all: readonly (Survivor & { mutant: Mutant })[]) {
  if (all.length === 0) return '';
  const lines = all.map((s) => `- \`${s.function}\` instruction ${s.mutant.position}: ${s.change}`);
  return [`## ${title[0].toUpperCase()}${title.slice(1)}`, '', why, '', ...lines, ''].join('\n');
}
