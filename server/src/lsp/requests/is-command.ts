// `vrp/isCommand`: the editor asks of a file that has only been begun, since its few words say too little by themselves.
import { matchText } from '../../model/lines/matched-line';
import { onOwnRequest } from '../own-methods';
import { requests, type IsCommandParams } from '../protocol';
import type { ServerContext } from '../server-context';

/** Answers whether a row is a whole command of the system view; false for what is no row, and while no file is known to be VRP. */
export function registerIsCommand({ connection, guard, workspace }: ServerContext): void {
  onOwnRequest(
    connection,
    requests.isCommand,
    guard.request(
      'is command',
      ({ row }: IsCommandParams): boolean =>
        typeof row === 'string' && workspace.fileNames().length > 0 && matchText('system', row)?.complete === true,
    ),
  );
}
