/**
 * Loaded before the command: tells on stderr, when it ends, its CPU time (of all threads) and for how long
 * the live page kept the main thread, in ms.
 */
let live = 0;
if (process.argv.includes('--serve')) {
  const { LiveSweep } = await import('../../dist/cli/serve/live-sweep.js');
  for (const name of ['event', 'page', 'greeting', 'writing']) {
    const own = LiveSweep.prototype[name];
    LiveSweep.prototype[name] = function timed(...given) {
      const began = performance.now();
      try {
        return own.apply(this, given);
      } finally {
        live += performance.now() - began;
      }
    };
  }
}
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(`cpu ${Math.round((user + system) / 1000)} live ${live.toFixed(1)}\n`);
});
