import { describe, expect, it } from 'vitest';
import { flagLayer } from '../../src/cli/flags.js';
import { allSwitches, completeDiagnostics } from '../../src/config/diagnostics.js';
import { parseConfig } from '../../src/config/parse.js';
import { InputError } from '../../src/config/problem.js';
import { resolveConfig, resolveLayers } from '../../src/config/resolve.js';
import { toYaml } from '../../src/config/to-yaml.js';
import { describeConfig } from '../../src/results/describe.js';
import { configHash } from '../../src/results/hash.js';

const hashOf = (input: object) => configHash(describeConfig(resolveConfig(input)));

describe('the section', () => {
  it('is absent where nothing is asked for, so that configs keep their hashes', () => {
    expect(resolveConfig().diagnostics).toBeUndefined();
    const said = { norm: false, references: true };
    expect(resolveConfig({ diagnostics: said })).toEqual(resolveConfig());
    expect(hashOf({ diagnostics: said })).toBe(hashOf({}));
  });

  it('holds what differs from the defaults, in one order', () => {
    const { diagnostics } = resolveConfig({
      diagnostics: { references: false, jacobian: true, gap: true, norm: false },
    });
    expect(Object.entries(diagnostics!)).toEqual([
      ['gap', true],
      ['jacobian', true],
      ['references', false],
    ]);
    expect(completeDiagnostics(diagnostics)).toEqual(diagnostics);
    expect(allSwitches(diagnostics)).toEqual({
      gap: true,
      norm: false,
      jacobian: true,
      variance: false,
      references: false,
      checkRate: false,
    });
  });

  it('comes back from YAML', async () => {
    const config = resolveConfig({ diagnostics: { norm: true, references: false } });
    const text = toYaml(config);
    expect(text).toContain('\ndiagnostics: { norm: true, references: false }\n');
    expect(resolveConfig((await parseConfig(text, 'x.yaml')).value)).toEqual(config);
  });

  it('reaches every variant', () => {
    const config = { diagnostics: { norm: true }, variants: { grid: { batchSize: [10, 20] } } };
    expect(resolveConfig(config).diagnostics).toEqual({ norm: true });
  });

  it.each([
    [
      { nom: true },
      'found unknown key "nom", expected gap, norm, jacobian, variance, references or checkRate',
    ],
    [{ norm: 'yes' }, 'diagnostics.norm: found "yes", expected true or false'],
    [true, 'found true, expected a map such as { norm: true }'],
  ])('refuses %j', (diagnostics, message) => {
    const problems = problemsOf(() => resolveConfig({ diagnostics }));
    expect(problems.join('\n')).toContain(message);
  });
});

function problemsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe('--diagnostics', () => {
  const of = (text: string) => flagLayer({ diagnostics: text }).value;

  it('names what is measured', () => {
    expect(of('norm,jacobian')).toEqual({ diagnostics: { norm: true, jacobian: true } });
    expect(of('all,no-references,no-gap')).toEqual({
      diagnostics: { gap: false, norm: true, jacobian: true, variance: true, references: false },
    });
    expect(of('none')).toEqual({
      diagnostics: { gap: false, norm: false, jacobian: false, variance: false },
    });
  });

  it('goes over the file, switch by switch', () => {
    const file = {
      value: { diagnostics: { gap: true, norm: true } },
      showPath: true,
      place: () => ({}),
    };
    const { config } = resolveLayers([file, flagLayer({ diagnostics: 'no-gap,variance' })]);
    expect(config!.diagnostics).toEqual({ norm: true, variance: true });
  });

  it('says which word is wrong', () => {
    const { problems } = resolveLayers([flagLayer({ diagnostics: 'norms' })]);
    expect(problems).toHaveLength(1);
    expect(problems[0].where).toBe('--diagnostics norms');
    expect(problems[0].message).toContain('did you mean norm?');
  });
});
