// A thread of its own for what may never end: it says what it is about to try, so that whoever waits for it knows what hung.
import { createRequire } from 'node:module';
import { register } from 'tsx/esm/api';
import { register as registerCommonJs } from 'tsx/cjs/api';

register();
registerCommonJs();
createRequire(import.meta.url)('./batches.ts');
