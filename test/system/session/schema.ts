// A JSON schema made of the protocol's own types, and what is wrong with a message that does not keep to it.
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import type { Message } from '../../support/language-client';
import { bare } from './messages';

export interface Held {
  /** What is wrong with the result of a request, or the parameters of a message of the server; undefined where nothing is. */
  result(method: string, result: unknown): string | undefined;
  sent(method: string, params: unknown): string | undefined;
  /** What is wrong with the frame of any message. */
  message(message: Message): string | undefined;
}

export function messageSchema(): Held {
  const generator = createGenerator({
    path: join(__dirname, 'messages.ts'),
    tsconfig: join(__dirname, '../../../tsconfig.json'),
    skipTypeCheck: true,
    expose: 'export',
  });
  const ajv = new Ajv({ strict: false });
  const schemaOf = (name: string) => {
    const schema = generator.createSchema(name);
    ajv.addSchema(schema, name);
    return new Set(Object.keys((schema.definitions![name] as { properties: object }).properties));
  };
  const methods = { Results: schemaOf('Results'), Sent: schemaOf('Sent'), Messages: schemaOf('Messages') };
  const validators = new Map<string, ValidateFunction>();
  const held = (kind: keyof typeof methods, method: string, value: unknown): string | undefined => {
    if (!methods[kind].has(method)) return `${method} is not in test/session/messages.ts`;
    const pointer = `${kind}#/definitions/${kind}/properties/${encodeURIComponent(method.replace(/~/g, '~0').replace(/\//g, '~1'))}`;
    const validate = validators.get(pointer) ?? ajv.compile({ $ref: pointer });
    validators.set(pointer, validate);
    return validate(value)
      ? undefined
      : `${method}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value).slice(0, 400)}`;
  };
  return {
    result: (method, result) => held('Results', method, result),
    message: (message) => (message.jsonrpc === '2.0' ? held('Messages', kindOf(message), message) : 'no JSON-RPC 2.0'),
    sent: (method, params) => (bare.includes(method) ? undefined : held('Sent', method, params)),
  };
}

function kindOf(message: Message): 'refusal' | 'answer' | 'notification' | 'request' {
  if (message.method === undefined) return 'error' in message ? 'refusal' : 'answer';
  return message.id === undefined ? 'notification' : 'request';
}
