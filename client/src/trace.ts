// `vrp.trace.server`: the names of the messages between client and server go to the log while it is on. The library traces while
// the log level of a channel is Trace and asks no setting, so it gets a channel whose level is the setting.
import * as vscode from 'vscode';

/** A channel that writes into `log` what the protocol library traces, where `vrp.trace.server` asks for messages. */
export function traceChannel(log: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  const level = (): vscode.LogLevel =>
    vscode.workspace.getConfiguration('vrp.trace').get<string>('server') === 'messages'
      ? vscode.LogLevel.Trace
      : vscode.LogLevel.Off;
  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('vrp.trace')) changed.fire(level());
  });
  return {
    name: log.name,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: changed.event,
    // What a person has asked for is shown at the log's ordinary level.
    trace: (message, ...rest) => log.info(message, ...rest),
    debug: (message, ...rest) => log.debug(message, ...rest),
    info: (message, ...rest) => log.info(message, ...rest),
    warn: (message, ...rest) => log.warn(message, ...rest),
    error: (error, ...rest) => log.error(error, ...rest),
    append: (value) => log.append(value),
    appendLine: (value) => log.appendLine(value),
    replace: (value) => log.replace(value),
    clear: () => log.clear(),
    show: () => log.show(),
    hide: () => log.hide(),
    dispose() {
      settings.dispose();
      changed.dispose();
    },
  };
}
