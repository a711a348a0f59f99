// Loaded before a server starts: whatever it reads from the disk comes late, each time by another while, so that of two reads the
// second may end first.
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

let state = 20261121;
const some = (most) => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >> 16) % most;
};
for (const name of ['open', 'readdir', 'realpath', 'stat']) {
  const real = promises[name];
  promises[name] = async (...given) => {
    await new Promise((resolve) => setTimeout(resolve, some(4) === 0 ? some(40) : some(4)));
    const result = await real(...given);
    await new Promise((resolve) => setTimeout(resolve, some(3)));
    return result;
  };
}
syncBuiltinESMExports();
