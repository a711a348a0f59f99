// The JSON of a rehearsal against the schema that its consumers count on; `hundredths` asks for two decimals at most.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addKeyword({
  keyword: 'hundredths',
  type: 'number',
  validate: (_: boolean, value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6,
});

export const validFailover = ajv.compile(JSON.parse(readFileSync(join(__dirname, 'failover.schema.json'), 'utf8')));
