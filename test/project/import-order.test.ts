// The lint rule for the order of imports: Node, packages, far files, near files.
import { test } from 'node:test';
import { RuleTester } from 'eslint';
import { importOrder } from '../../scripts/lint/import-order.mjs';

test('imports stand in the order Node, packages, far files, near files', () => {
  const tester = new RuleTester({ languageOptions: { ecmaVersion: 2022, sourceType: 'module' } });
  tester.run('import-order', importOrder, {
    valid: [
      "import a from 'node:fs';\nimport b from 'b';\nimport c from '../../c';\nimport d from '../d';\nimport e from './e';\n",
      // Within a group the order is free.
      "import b from '../b';\nimport a from '../a';\n",
      "import a from './a';\nconst b = 1;\nimport c from 'c';\n",
    ],
    invalid: [
      {
        code: "import e from './e';\nimport d from '../d';\nimport a from 'node:fs';\nf();\n",
        output: "import a from 'node:fs';\nimport d from '../d';\nimport e from './e';\nf();\n",
        errors: [{ messageId: 'order' }],
      },
      {
        // What runs when it is imported keeps its place.
        code: "import './e';\nimport a from 'a';\n",
        output: null,
        errors: [{ messageId: 'order' }],
      },
    ],
  });
});
