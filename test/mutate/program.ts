// The program in a folder of its own, so that the tree that a person works in is never touched.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Tests } from './areas';

/** Milliseconds; long, since a test that a busy machine slows down has noticed nothing. */
const longest = 300_000;
const copied = ['server', 'test', 'scripts'];

/** Bundles test files into a folder; gives the names of their sources by those of the bundles. */
type BundleTests = (tests: readonly string[], folder: string) => Promise<ReadonlyMap<string, string>>;

/** A copy whose files can be changed for a while. */
export class Program {
  private constructor(
    private readonly folder: string,
    private readonly bundle: BundleTests,
  ) {}

  static async copyOf(root: string): Promise<Program> {
    const folder = mkdtempSync(join(tmpdir(), 'vrp-mutate-'));
    for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
    for (const name of readdirSync(root))
      if (!copied.includes(name) && !['.git', '.workbench', 'out'].includes(name))
        symlinkSync(join(root, name), join(folder, name));
    const module = pathToFileURL(join(folder, 'scripts/test-bundle.mjs')).href;
    const { bundleTests } = (await import(module)) as { bundleTests: BundleTests };
    return new Program(folder, bundleTests);
  }

  /** What `ask` answers while the file has this text. */
  async changed<Answer>(file: string, text: string, ask: () => Promise<Answer>): Promise<Answer> {
    const path = join(this.folder, file);
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, text);
    try {
      return await ask();
    } finally {
      writeFileSync(path, before);
    }
  }

  /** Whether one of the tests fails; those behind it are not tried. */
  async fails({ files, names }: Tests): Promise<boolean> {
    const bundles = await this.bundle(files, join(this.folder, 'out/mutate'));
    const byName = new Map([...bundles].map(([bundle, test]) => [test, bundle]));
    return files.some((test) => {
      const args = [...(names === undefined ? [] : [`--test-name-pattern=${names}`]), byName.get(test)!];
      const { status } = spawnSync(process.execPath, args, {
        cwd: this.folder,
        timeout: longest,
        stdio: 'ignore',
        env: { ...process.env, VRP_LONG: '1', VRP_FIRST_DIFFERENCE: '1' },
      });
      return status !== 0;
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
