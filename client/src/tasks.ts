// Tasks of type `vrp`: the command line that ships with the extension, run by the Node of the extension host, its findings read
// by the problem matcher `$vrp`.
import * as vscode from 'vscode';

interface CheckTask extends vscode.TaskDefinition {
  paths?: string[];
  arguments?: string[];
}

/**
 * Tasks of type `vrp`, one for each folder on disk. `commandLine` is the path of dist/cli.js; problems are read off its
 * `github` format by the matcher `$vrp`.
 */
export function checkTasks(commandLine: string): vscode.Disposable {
  const task = (definition: CheckTask, scope: vscode.WorkspaceFolder | vscode.TaskScope.Workspace): vscode.Task => {
    const task = new vscode.Task(
      definition,
      scope,
      'check',
      'vrp',
      new vscode.ProcessExecution(
        process.execPath,
        [commandLine, 'check', '--format', 'github', ...(definition.arguments ?? []), ...(definition.paths ?? ['.'])],
        // In the desktop the Node of the extension host is Electron's.
        { env: { ELECTRON_RUN_AS_NODE: '1' } },
      ),
      '$vrp',
    );
    task.group = vscode.TaskGroup.Test;
    return task;
  };
  return vscode.tasks.registerTaskProvider('vrp', {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter((folder) => folder.uri.scheme === 'file')
        .map((folder) => task({ type: 'vrp', paths: ['.'] }, folder)),
    resolveTask: (given) =>
      task(given.definition, typeof given.scope === 'object' ? given.scope : vscode.TaskScope.Workspace),
  });
}
