/** The script of report.html: the page says all without it. */
import type { PageData } from '../data.js';
import { drawCharts } from './charts.js';
import { sortTables } from './table.js';
import { chooseTheme } from './theme.js';

const source = document.getElementById('data')?.textContent;
document.documentElement.classList.add('scripted');
chooseTheme(document.getElementById('theme')!);
sortTables();
if (source) drawCharts(JSON.parse(source) as PageData);
