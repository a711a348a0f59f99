// The program in a folder of its own, so that the tree that a person works in is never touched.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const copied = ['server', 'test', 'scripts'];

/** Bundles test files into a folder; gives the names of their sources by those of the bundles. */
type BundleTests = (tests: readonly string[], folder: string) => Promise<ReadonlyMap<string, string>>;

export interface Run {
  /** Only tests with such names, where this is given. */
  readonly names?: string;
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds, after which it is ended and has failed. */
  readonly longest: number;
}

/** A copy of the program that can be changed. */
export class Program {
  private bundles: ReadonlyMap<string, string> = new Map();
  /** The texts of the files that are changed, as they were. */
  private readonly replaced = new Map<string, string>();

  private constructor(
    private readonly folder: string,
    private readonly bundleTests: BundleTests,
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

  /** Bundles the tests with these texts in the place of files, and all other files as they are. */
  async bundle(tests: readonly string[], texts: ReadonlyMap<string, string>): Promise<void> {
    for (const [file, text] of this.replaced) writeFileSync(join(this.folder, file), text);
    this.replaced.clear();
    for (const [file, text] of texts) {
      const path = join(this.folder, file);
      this.replaced.set(file, readFileSync(path, 'utf8'));
      writeFileSync(path, text);
    }
    const bundles = await this.bundleTests(tests, join(this.folder, 'out/mutate'));
    this.bundles = new Map([...bundles].map(([bundle, test]) => [test, bundle]));
  }

  /** Whether a test file fails that was bundled. */
  fails(test: string, { names, env, longest }: Run): Promise<boolean> {
    const here = (name: string) => pathToFileURL(join(this.folder, name)).href;
    // What properties draw is the same each time.
    const drawsByChance = readFileSync(join(this.folder, test), 'utf8').includes("'fast-check'");
    const args = [
      ...(drawsByChance ? ['--import', here('test/support/seed.mjs')] : []),
      ...['--import', here('test/mutate/switch.mjs')],
      `--test-reporter=${here('test/mutate/first-failure.mjs')}`,
      ...(names === undefined ? [] : [`--test-name-pattern=${names}`]),
      this.bundles.get(test)!,
    ];
    const child = spawn(process.execPath, args, {
      cwd: this.folder,
      timeout: longest,
      killSignal: 'SIGKILL',
      stdio: 'ignore',
      env: { ...process.env, VRP_LONG: '1', VRP_FIRST_DIFFERENCE: '1', ...env },
    });
    return new Promise((done) => child.on('close', (status) => done(status !== 0)));
  }

  /** A file of the copy, for what a test writes. */
  path(name: string): string {
    return join(this.folder, name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
