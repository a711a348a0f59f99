// `vrp/isCommand`: the editor asks of a file that has only been begun, since its few words say too little by themselves.
import { matchText } from '../../model/lines/matched-line';
import { onOwnRequest } from '../own-methods';
import { requests, type IsCommandParams } from '../protocol';
import type { ServerContext } from '../server-context';

export function registerIsCommand({ connection, guard, workspace }: ServerContext): void {
  onOwnRequest(
    connection,
    requests.isCommand,
    guard.request(
      'is command',
      ({ row }: IsCommandParams): boolean =>
        workspace.fileNames().length > 0 && matchText('system', row)?.complete === true,
    ),
  );
}
