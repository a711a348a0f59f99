// Derived by `npm run update`: every rule of this folder.

import type { Rule } from './rule';

export const rules: readonly Rule[] = [

];
