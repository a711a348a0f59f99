// `npm run test:install`: installs what users install, from a clone of this tree, and uses it. Times and sizes are printed. It needs
// Node, git and the npm registry; what else is tried (pre-commit itself) is said where it is not there.
import { clone } from './install/clone.mjs';
import { containerCases } from './install/container.mjs';
import { executableCases } from './install/executable.mjs';
import { extensionCases } from './install/extension.mjs';
import { hookCases } from './install/hook.mjs';
import { openVsxCases } from './install/open-vsx.mjs';
import { packageCases } from './install/package.mjs';
import { finish } from './install/report.mjs';
import { serverCases } from './install/servers.mjs';
import { strangerCases } from './install/stranger.mjs';

const source = clone();
const tarball = await packageCases(source);
await strangerCases(tarball);
await hookCases(source);
await serverCases(source, tarball);
await containerCases(source);
await openVsxCases(await extensionCases());
await executableCases();
finish();
