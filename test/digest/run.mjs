/** Starts main.ts with the loader of TypeScript in this thread only: `node --import tsx` would load
 * it into every worker of every sweep, 200 ms each. */
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
