// The files that the program needs beside its own code: from its folder, or from within where it is a single executable.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of Node 20.12 and later. */
interface SingleExecutable {
  isSea(): boolean;
  getRawAsset(name: string): ArrayBuffer;
}

/** Of Node 20.16 and later; what is older makes no such executables for us. */
interface BuiltinModules {
  getBuiltinModule?(name: string): unknown;
}

const executable = findExecutable();

/** True where the program runs as one file with Node in it (Node's single executable applications). */
export const isSingleExecutable = executable !== undefined;

/** The bytes of a file of dist/; throws where it cannot be read. */
export function readResource(name: string): Uint8Array {
  return executable ? new Uint8Array(executable.getRawAsset(name)) : readFileSync(join(__dirname, name));
}

function findExecutable(): SingleExecutable | undefined {
  const { getBuiltinModule } = process as BuiltinModules;
  const sea = getBuiltinModule?.('node:sea') as SingleExecutable | undefined;
  return sea?.isSea() ? sea : undefined;
}
