// A program on a terminal that nobody sees: keys go in, the screen is read. tmux draws it.
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export class Terminal {
  private readonly socket = `vrp-${process.pid}`;

  /** Runs a program with its arguments in the folder, with the environment beside the one that is there. */
  constructor(command: readonly string[], folder: string, environment: Readonly<Record<string, string>>) {
    // tmux has a path of its own, so that its `-e` would not do.
    const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    const size = ['-x', '160', '-y', '90'];
    this.tmux('-f', '/dev/null', 'new-session', '-d', ...size, '-c', folder, 'env', ...variables, ...command);
  }

  /** Names of keys as tmux has them; `text` is typed as it stands. */
  press(...keys: readonly string[]): void {
    this.tmux('send-keys', ...keys);
  }

  type(text: string): void {
    this.tmux('send-keys', '-l', text);
  }

  get screen(): string {
    return this.tmux('capture-pane', '-p');
  }

  /** The screen as soon as it shows what is wanted; fails with what it shows instead. */
  async shows(wanted: RegExp, patience = 30_000): Promise<string> {
    const end = Date.now() + patience;
    for (;;) {
      const { screen } = this;
      if (wanted.test(screen)) return screen;
      if (Date.now() > end) throw new Error(`${wanted} is not on the screen:\n${screen}`);
      await sleep(100);
    }
  }

  close(): void {
    this.tmux('kill-server');
  }

  private tmux(...args: readonly string[]): string {
    return execFileSync('tmux', ['-L', this.socket, ...args], { encoding: 'utf8' });
  }
}
