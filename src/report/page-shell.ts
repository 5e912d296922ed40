import { sha256Base64 } from '../results/hash.js';
import { escapeXml } from './chart/svg.js';

/** A page before it is a document. */
export interface Page {
  title: string;
  /** Markup; whatever a user may have named is escaped in it. */
  body: string;
}

/**
 * One self-contained HTML document: no script, nothing loaded, and a policy that allows nothing but the
 * style sheets that are in it, of the figures, too. Light, dark and for print.
 */
export function renderPage({ title, body }: Page): string {
  const head = `<style>${STYLE}</style>`;
  const sheets = [...`${head}${body}`.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text]) => text);
  const hashes = [...new Set(sheets)].map((text) => `'sha256-${sha256Base64(text)}'`);
  const policy = [
    "default-src 'none'",
    `style-src ${hashes.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeXml(title)}</title>`,
    head,
    '</head>',
    '<body>',
    `<main>\n${body}\n</main>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const STYLE = `
:root{--bg:#ffffff;--ink:#1b1f24;--dim:#59626c;--rule:#d5d9dd}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,'Helvetica Neue',Helvetica,Arial,'Liberation Sans',sans-serif}
main{max-width:66rem;margin:0 auto;padding:2rem 1.25rem 3rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}
h2{font-size:1.1rem;line-height:1.3;margin:2.25rem 0 .5rem}
p,ul{margin:.5rem 0;max-width:48rem}
.dim{color:var(--dim)}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.875rem}
caption{text-align:left;color:var(--dim);padding-bottom:.25rem}
th,td{padding:.3rem .75rem .3rem 0;text-align:right;white-space:nowrap;vertical-align:top;border-bottom:1px solid var(--rule)}
th{font-weight:600}
tbody th{font-weight:400}
.left{text-align:left}
.wrap{white-space:normal;overflow-wrap:anywhere;min-width:8rem}
figure{margin:1rem -1.25rem}
svg{display:block;max-width:100%;height:auto}
code{font:.85em/1.4 ui-monospace,'SF Mono',Menlo,Consolas,'Liberation Mono',monospace;overflow-wrap:anywhere}
@media screen and (prefers-color-scheme:dark){:root{--bg:#14171a;--ink:#e6e8ea;--dim:#9aa4ae;--rule:#2b3036}}
@media print{main{max-width:none;padding:0}body{font-size:10.5pt}h2{break-after:avoid}figure,tr{break-inside:avoid}.wide{overflow:visible}table{font-size:8.5pt}}
`;
