// Cases that are told one after the other, and the line that counts them: `N passed, N failed`.
let passed = 0;
let failed = 0;

/** Runs a case; what it returns is printed beside its name, as a time or a size. */
export async function attempt(name, action) {
  const start = performance.now();
  try {
    const note = await action();
    passed++;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`ok      ${name} (${seconds} s${note ? `; ${note}` : ''})`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}\n${String(error?.stack ?? error).replace(/^/gm, '        ')}`);
  }
}

export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

export function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
