// The same suite in a desktop VS Code, which @vscode/test-electron downloads: for machines that may.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { root, run, vsix, workbench } from './lib.mjs';

const workspace = mkdtempSync(join(tmpdir(), 'vrp-suite-'));
try {
  run('npm', ['run', '--silent', 'package']);
  run(process.execPath, [join(root, 'scripts/build.mjs'), '--tests']);
  cpSync(join(root, 'test/vscode/fixture'), workspace, { recursive: true });
  cpSync(join(root, 'examples/dhcpv6-relay-clean'), join(workspace, 'relay'), { recursive: true });
  const vscodeExecutablePath = await downloadAndUnzipVSCode({
    version: process.env.VSCODE_VERSION ?? 'stable',
    cachePath: join(workbench, 'vscode-test'),
  });
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath);
  const install = spawnSync(cli, [...args, '--install-extension', vsix, '--force'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) throw new Error('the packaged extension could not be installed');
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: join(root, 'test/vscode/empty-extension'),
    extensionTestsPath: join(root, 'out/test/vscode/index.js'),
    launchArgs: [workspace, '--disable-workspace-trust', ...args],
  });
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
