// Loaded into a server: on SIGUSR2 it collects its garbage and writes what it holds then, in bytes.
process.on('SIGUSR2', () => {
  globalThis.gc();
  // What a collection frees is given back to the system a little later.
  setTimeout(() => {
    globalThis.gc();
    const { rss, heapUsed, external } = process.memoryUsage();
    process.stderr.write(`held ${JSON.stringify({ rss, heapUsed, external })}\n`);
  }, 300);
});
