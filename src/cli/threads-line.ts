import type { Manifest } from '../results/manifest.js';

/** `2 threads, parallel efficiency 97 %, idle 3 %` */
export function threadsLine({ threads, parallelEfficiency }: Manifest): string {
  const busy = Math.round(Math.min(1, Math.max(0, parallelEfficiency)) * 100);
  const plural = threads === 1 ? '' : 's';
  return `${threads} thread${plural}, parallel efficiency ${busy} %, idle ${100 - busy} %`;
}
