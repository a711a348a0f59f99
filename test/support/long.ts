// Some walks have two lengths: a part of them in `npm test`, all of them in `npm run test:long`.

/** Whether everything is walked; `VRP_LONG=1` says so to a single file. */
export const isLong = process.env.VRP_LONG === '1';

/** Each `step`-th of what is walked, in its order; all of it in the long walk. */
export function partOf<Each>(all: readonly Each[], step: number): Each[] {
  return isLong ? [...all] : all.filter((_, index) => index % step === 0);
}
