/**
 * Writes dist/report/page/assets.js and dist/live/assets.js: style sheet and script of report.html and of
 * the page of a sweep that trains, as text, with the SHA-256 by which their policies know them. A script
 * is the modules that its client/main.ts imports, each a function of its own in one file.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../', import.meta.url));

writeAssets('report/page', ['report/page/page.css']);
writeAssets('live', ['report/page/page.css', 'live/live.css']);

/**
 * Adds the module as a function of its exports; what it imports comes before it.
 *
 * @param modules by path: `report/page/client/main.ts`.
 */
function add(path, modules) {
  if (modules.has(path)) return;
  modules.set(path, undefined);
  const { outputText } = ts.transpileModule(readFileSync(join(root, 'src', path), 'utf8'), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      removeComments: true,
      verbatimModuleSyntax: false,
    },
  });
  const body = outputText.replace(/require\("([^"]+)"\)/g, (_, target) => {
    if (!target.startsWith('.'))
      throw new Error(`${path} imports ${target}, which is no module of ours`);
    const file = posix.join(dirname(path), target).replace(/\.js$/, '.ts');
    add(file, modules);
    return `modules[${JSON.stringify(file)}]`;
  });
  modules.delete(path);
  modules.set(
    path,
    `modules[${JSON.stringify(path)}] = ((exports) => {\n${body.trim()}\nreturn exports;\n})({});`,
  );
}

/** @param place a folder of src/ with client/main.ts. @param sheets in their order. */
function writeAssets(place, sheets) {
  const modules = new Map();
  add(`${place}/client/main.ts`, modules);
  const script = `\n(() => {\nconst modules = {};\n${[...modules.values()].join('\n')}\n})();\n`;
  if (/<\/script|<!--/i.test(script)) throw new Error('the script would end its own element');
  const style = sheets
    .map((sheet) => readFileSync(join(root, 'src', sheet), 'utf8'))
    .join('')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s*\n\s*/g, '\n');
  const hash = (text) => createHash('sha256').update(text).digest('base64');
  const assets = {
    SCRIPT: script,
    SCRIPT_SHA256: hash(script),
    STYLE: style,
    STYLE_SHA256: hash(style),
  };
  const folder = join(root, 'dist', place);
  mkdirSync(folder, { recursive: true });
  const write = (name, line) => {
    const lines = Object.entries(assets).map(line);
    const text = ['/** Made by scripts/inline-page.mjs. */', ...lines].join('\n');
    writeFileSync(join(folder, name), `${text}\n`);
  };
  write('assets.js', ([key, text]) => `export const ${key} = ${JSON.stringify(text)};`);
  write('assets.d.ts', ([key]) => `export declare const ${key}: string;`);
}
