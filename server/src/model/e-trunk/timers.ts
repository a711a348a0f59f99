// How long the ends of an E-Trunk wait. Times are seconds.
import type { ETrunk } from '../device';

const defaults = { hello: 10, holdMultiplier: 20, revertDelay: 120 } as const;

/** Between two Hello packets. */
export function helloInterval({ hello }: ETrunk): number {
  return (hello?.value ?? defaults.hello) / 10;
}

/** After how many missed Hello packets the other end takes this one for lost; 20 where nothing is written. */
export function holdMultiplier(trunk: ETrunk): number {
  return trunk.holdMultiplier?.value ?? defaults.holdMultiplier;
}

/** How long the other device hears nothing of this one before it takes it for lost: each end says it of itself in its Hello packets. */
export function holdTime(trunk: ETrunk): number {
  return helloInterval(trunk) * holdMultiplier(trunk);
}

/** How long an Eth-Trunk that has come back waits before it takes its role; undefined where it never does by itself. */
export function revertDelay(trunk: ETrunk): number | undefined {
  return trunk.revertDisabled ? undefined : (trunk.revertDelay?.value ?? defaults.revertDelay);
}
