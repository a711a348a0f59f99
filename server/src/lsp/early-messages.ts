// What arrives before the parser is loaded waits here, in its order.
import type { Guard } from './error-guard';

/** Keeps what arrives before the parser is loaded, and runs it in order of arrival once it is. */
export class EarlyMessages {
  private waiting: (() => void)[] | undefined = [];

  constructor(private readonly notification: Guard['notification']) {}

  whenLoaded(action: () => void): void {
    if (this.waiting) this.waiting.push(() => void this.notification('early message', action)());
    else action();
  }

  loaded(): void {
    const actions = this.waiting ?? [];
    this.waiting = undefined;
    for (const action of actions) action();
  }
}
