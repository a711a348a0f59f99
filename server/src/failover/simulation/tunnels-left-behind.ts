// Tunnels of L2TP that a new master does not get: the LNS goes on sending to the device from which they started.
import type { Rbs } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { other, type Pair, type ProfilePair, type Side } from '../../model/pairing/pair';
import { hasService } from '../../model/services/bindings';
import { serviceOf } from '../../model/services/channels';
import { movedLoopback, tunnelFault, type TunnelFault } from '../../model/services/tunnels';
import { evidence } from './evidence';
import { deviceNames } from './names';
import type { Evidence } from './rehearsal';

const source = '011 step 4.2';
const rule = 'l2tp-tunnel-source';

/** What keeps the device of this side from serving the users of the other one's tunnels. */
export function tunnelsLeftBehind(pair: Pair, side: Side, profile: ProfilePair): Evidence[] {
  const far = other(side);
  if (!hasService(profile.a, 'l2tp') && !hasService(profile.b, 'l2tp')) return [];
  const service = serviceOf(profile[far], pair[far]);
  const fault = service && tunnelFault(pair, far, service);
  if (!fault) return [];
  const stay = `the LNS goes on sending to ${deviceNames(pair)[far]}`;
  const { at, text } = faultWords(pair, far, fault);
  const own = serviceOf(profile[side], pair[side]);
  const isOnOne = fault.kind === 'not-named' && own !== undefined && movedLoopback(own) !== undefined;
  return [evidence(at, `${text}: ${stay}`, source, isOnOne ? 'login-backup-differs' : rule)];
}

function faultWords(pair: Pair, side: Side, fault: TunnelFault): { at: Rbs['at'] | MatchedLine; text: string } {
  const name = deviceNames(pair)[side];
  switch (fault.kind) {
    case 'not-named':
      return { at: fault.service.at, text: `${name}: ${fault.service.name} has no l2tp-tunnel source` };
    case 'without-rui': {
      const text = `${name}: no L2TP group starts its tunnels from loopback ${fault.number} with rui`;
      return { at: fault.start ?? fault.line, text };
    }
    case 'without-loopback':
      return { at: fault.line, text: `${name}: tunnels start from LoopBack${fault.number}, which it does not have` };
    case 'unannounced':
      return {
        at: fault.at,
        text: `${deviceNames(pair)[other(side)]}: no routing protocol announces LoopBack${fault.number}`,
      };
    case 'without-twin': {
      const peer = deviceNames(pair)[other(side)];
      const text = `${name}: tunnels start from ${fault.address} of LoopBack${fault.number}, which ${peer} does not have`;
      return { at: fault.line, text };
    }
  }
}
