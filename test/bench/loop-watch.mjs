// Loaded into a server: on SIGUSR2 it writes the longest time its event loop was blocked since the last time, in milliseconds.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
process.on('SIGUSR2', () => {
  process.stderr.write(`blocked ${(delay.max / 1e6).toFixed(1)}\n`);
  delay.reset();
});
