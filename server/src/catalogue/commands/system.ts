// What names the device and its clock, and switches of the whole device that belong to no protocol.
import { command, family } from '../command';
import { integer, lastOf, parameter, string } from '../parameters';
import { vlanId } from './shared';

/** System view. From guide pages 000 and 003. */
export const system = family('system', {
  sysname: command({
    views: ['system'],
    format: 'sysname <host-name>',
    undo: 'undo sysname',
    key: 'sysname',
    summary: 'Names the device; the name stands in its prompts.',
    parameters: { 'host-name': parameter(string(1, 246), 'Name of the device.') },
    guide: ['003 step 3'],
    examples: `
      sysname DeviceA
      undo sysname
    `,
  }),
  vlanBatch: command({
    views: ['system'],
    format: 'vlan batch { <vlan-id> [ to <last-vlan-id> ] } &<1-40>',
    undo: 'undo vlan batch { <vlan-id> [ to <last-vlan-id> ] } &<1-40>',
    summary: 'Creates several VLANs.',
    parameters: { 'vlan-id': vlanId, 'last-vlan-id': lastOf(vlanId) },
    guide: ['003 configuration files'],
    examples: `
      vlan batch 100
      vlan batch 10 20 to 30
      vlan batch 4095
                 ^^^^ vlan-id: 1-4094
    `,
  }),
  clock: command({
    views: ['system', 'user'],
    format: `clock timezone <time-zone-name> { add | minus } <offset>
      clock datetime <time> <date>
      clock daylight-saving-time <text>`,
    undo: 'undo clock timezone',
    summary: 'Sets the clock and its time zone; both devices of a pair should show the same time.',
    parameters: {
      'time-zone-name': parameter(string(1, 32), 'Name of the time zone.'),
      offset: parameter({ kind: 'time' }, 'Distance from UTC.'),
      time: parameter({ kind: 'time' }, 'Time of day.'),
      date: parameter(string(1, 10), 'Date, YYYY-MM-DD.'),
      text: parameter({ kind: 'text' }, 'Name, kind and dates of the summer time.'),
    },
    guide: ['000 prerequisites'],
    examples: `
      clock timezone Berlin add 01:00:00
      clock timezone China-Standard-Time minus 08:00:00
    `,
  }),
  cpuUsage: command({
    views: ['system'],
    format:
      'set cpu-usage threshold <threshold> [ restore <restore> ] [ slot <slot-id> ]\nset memory-usage threshold <threshold> [ restore <restore> ] [ slot <slot-id> ]',
    undo: 'undo set cpu-usage threshold',
    summary: 'Reports when the CPU or the memory is used more than this.',
    parameters: {
      threshold: parameter(integer(0, 100), 'Load from which it is reported.', { unit: '%' }),
      restore: parameter(integer(1, 100), 'Load below which it is called off.', { unit: '%' }),
      'slot-id': parameter(string(1, 15), 'Slot.'),
    },
    examples: `
      set cpu-usage threshold 80 restore 75
    `,
  }),
});
