import tseslint from 'typescript-eslint';
import { importOrder } from './scripts/lint/import-order.mjs';

const typed = {
  '@typescript-eslint/await-thenable': 'error',
  // A test of node:test is a promise that its runner waits for.
  '@typescript-eslint/no-floating-promises': [
    'error',
    { allowForKnownSafeCalls: [{ from: 'package', name: ['describe', 'it', 'suite', 'test'], package: 'node:test' }] },
  ],
  '@typescript-eslint/no-base-to-string': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/return-await': 'error',
};

// Each holds one function that is a table: the questions or the lines of a scenario, in the order in which they stand.
const tables = [
  'server/src/scenarios/backup-channel.ts',
  'server/src/scenarios/ds-lite.ts',
  'server/src/scenarios/virtual-router.ts',
];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      'out/',
      'release/',
      '.workbench/',
      'tree-sitter-vrp/build/',
      'tree-sitter-vrp/**/*.js',
    ],
  },
  ...tseslint.configs.recommended,
  {
    plugins: { vrp: { rules: { 'import-order': importOrder } } },
    rules: {
      'vrp/import-order': 'error',
      'no-console': 'off',
      'no-nested-ternary': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['client/src/**/*.ts', 'server/src/**/*.ts', 'test/**/*.ts', 'scripts/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: typed,
  },
  {
    files: ['client/src/**/*.ts', 'server/src/**/*.ts'],
    ignores: tables,
    rules: { 'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }] },
  },
);
