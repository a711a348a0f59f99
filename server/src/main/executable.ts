// The single executable: `vrp` without a Node beside it. scripts/build-sea.mjs makes it.
import { runVrp } from './vrp';

runVrp(process.argv.slice(2));
