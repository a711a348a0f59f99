// Tells whether a text is a Huawei VRP configuration, command script or transcript, by the marks in its first lines.
// Pure, and of `text/` alone, so that the client can bundle it and ask before the server is up. A mark is looked for at the
// start of a line only: prose and programs that merely mention VRP commands must stay what they are.
import { withoutEnd } from '../text/line-ends';
import { rowStart } from '../text/terminal-row';

/** Whether a text is a VRP configuration, and by what. */
export interface Detection {
  readonly vrp: boolean;
  /** 50 and above is VRP. */
  readonly score: number;
  /** The marks that were met, with their weight, for a log. */
  readonly reasons: readonly string[];
  /** It is the configuration of another vendor's device. */
  readonly otherVendor?: boolean;
}

interface Mark {
  readonly name: string;
  readonly weight: number;
  readonly pattern: RegExp;
  /** How many lines must carry it; 1 where absent. */
  readonly times?: number;
}

const enough = 50;
const linesRead = 200;
/** Characters at the start of a text that tell what it is: as much as is read of a file that nobody has opened. */
export const charactersRead = 64 * 1024;
/** A line of a configuration is short; of anything longer the start says enough. */
const columnsRead = 240;

/** On the raw line, nothing taken off: what a device or a collector writes at the top. Any of these settles it. */
const headers: readonly Mark[] = [
  { name: 'collector mark', weight: 100, pattern: /^# ?RANCID-CONTENT-TYPE: ?(vrp|huawei)\b/i },
  { name: 'software version', weight: 100, pattern: /^!Software Version V\d{3}R\d{3}/ },
  { name: 'version header', weight: 100, pattern: /^\[V\d{3}R\d{3}C\w+\]\s*$/ },
  { name: 'file checksum', weight: 80, pattern: /^!CfgFileCrc:/ },
  { name: 'display version', weight: 100, pattern: /^(# ?)?(Huawei Versatile Routing Platform|VRP \(R\) software)/i },
];

/** On the line without its prompt, its blanks at both ends and a `#` glued to its front. */
const marks: readonly Mark[] = [
  { name: 'sysname', weight: 40, pattern: /^sysname \S/ },
  { name: 'return', weight: 15, pattern: /^return#?$/i },
  { name: 'quit', weight: 10, pattern: /^quit$/ },
  { name: 'commit', weight: 10, pattern: /^commit( label .*| description .*)?$/ },
  { name: 'system-view', weight: 35, pattern: /^system-view( immediately)?$/ },
  { name: 'abbreviated system-view', weight: 20, pattern: /^sys(te?m?)?$/ },
  {
    name: 'display',
    weight: 20,
    pattern:
      /^(display|dis) (cu|cur|curr|current-configuration|this|vrrp6?|remote-backup-\S+|version|interface|ip|bgp|ospf)\b/,
  },
  { name: 'undo', weight: 20, pattern: /^undo [a-z]/ },
  { name: 'more undo', weight: 15, pattern: /^undo [a-z]/, times: 3 },
  { name: 'remote-backup', weight: 60, pattern: /^(undo )?remote-backup-(service|profile) \S+$/ },
  { name: 'remote-backup interface', weight: 60, pattern: /^remote-backup interface \S.* peer \S/ },
  { name: 'backup-id', weight: 60, pattern: /^backup-id \d+ remote-backup-service \S/ },
  { name: 'peer-backup', weight: 60, pattern: /^peer-backup (hot|warm|virtual)$/ },
  { name: 'backup channel', weight: 60, pattern: /^peer(-ipv6)? \S+ source(-ipv6)? \S+ port \d+$/ },
  { name: 'batch-backup', weight: 60, pattern: /^batch-backup service-type \S/ },
  { name: 'vrrp-id', weight: 50, pattern: /^vrrp6?-id \d+ interface \S/ },
  { name: 'vrrp6 vrid', weight: 60, pattern: /^(undo )?vrrp6 vrid \d/ },
  { name: 'vrrp vrid', weight: 35, pattern: /^(undo )?vrrp vrid \d/ },
  { name: 'management group', weight: 60, pattern: /^(undo )?admin-vrrp6? vrid \d/ },
  {
    name: 'service-location',
    weight: 60,
    pattern: /^service-(location \d+|instance-group \S+|ha hot-backup enable)\b/,
  },
  { name: 'service board', weight: 50, pattern: /^(ds-lite|nat64) instance \S+( id \d+)?$/ },
  { name: 'multicast track', weight: 60, pattern: /^multicast (ipv6 )?track (admin-)?vrrp6? / },
  { name: 'dhcpv6 relay', weight: 40, pattern: /^dhcpv6 relay (destination|interface|binding|pd-route) / },
  { name: 'pim ignore', weight: 60, pattern: /^pim (ipv6 )?ignore (dr|assert)-state$/ },
  { name: 'e-trunk', weight: 50, pattern: /^e-trunk \d+( eth-trunk \d+)?$/i },
  { name: 'Vlanif', weight: 15, pattern: /^interface vlanif ?\d/i },
  { name: 'Eth-Trunk', weight: 20, pattern: /^(interface )?eth-trunk ?\d/i },
  { name: 'vpn-instance', weight: 15, pattern: /^(ip (binding )?)?vpn-instance \S/ },
  { name: 'interface', weight: 10, pattern: /^interface [a-z][-a-z]* ?\d+(\/\d+)+/i },
  { name: 'ethernet interface', weight: 15, pattern: /^interface \d+GE\d+\/\d/ },
  { name: 'vlan batch', weight: 40, pattern: /^vlan batch \d/ },
  { name: 'trunk port', weight: 25, pattern: /^port (link-type|default vlan|hybrid|trunk (allow-pass|pvid) vlan)\b/ },
  { name: 'user-interface', weight: 25, pattern: /^user-interface (con|vty|aux|maximum-vty|current)\b/ },
  { name: 'routing process', weight: 15, pattern: /^(ospf(v3)? \d+( router-id \S+)?|isis( \d+)?|bgp \d+)$/ },
  { name: 'area', weight: 15, pattern: /^(area \d+\.\d+\.\d+\.\d+|network-entity \S+)$/ },
  { name: 'network wildcard', weight: 10, pattern: /^network \d+\.\d+\.\d+\.\d+ \d+\.\d+\.\d+\.\d+$/ },
  { name: 'static route', weight: 35, pattern: /^(ip|ipv6) route-static \S/ },
  { name: 'bfd', weight: 30, pattern: /^bfd \S+ bind peer-ip/ },
  { name: 'acl', weight: 20, pattern: /^(acl (number|name|ipv6) \S|rule \d+ (permit|deny)\b)/ },
  { name: 'route-policy', weight: 30, pattern: /^route-policy \S+ (permit|deny) node \d+$/ },
  { name: 'traffic policy', weight: 25, pattern: /^traffic (classifier|behavior|policy) \S/ },
  { name: 'firewall zone', weight: 40, pattern: /^firewall zone (trust|untrust|dmz|local|name)\b/ },
  { name: 'aaa', weight: 20, pattern: /^(authentication-scheme|authorization-scheme|accounting-scheme|local-user) \S/ },
  { name: 'gateway pool', weight: 25, pattern: /^(gateway-list|dns-list) \d/ },
  { name: 'info-center', weight: 25, pattern: /^info-center \S/ },
  { name: 'mpls', weight: 25, pattern: /^mpls (lsr-id \d|l2vc|ldp$)/ },
  {
    name: 'pki',
    weight: 15,
    pattern: /^(snmp-agent|stelnet|ssh|telnet) (local-engineid|server|ipv4|ipv6|sys-info|user)\b/,
  },
];

/**
 * Marks of other things that share some of the words; what nothing makes up for weighs 1000. On the whole line without blanks
 * at both ends.
 */
const others: readonly Mark[] = [
  {
    name: 'Comware',
    weight: -1000,
    pattern:
      /^(version 7\.\d|(undo )?irf(-port)? \S|port link-mode |(lldp|stp) global enable$|authorization-attribute user-role |local-user \S+ class (manage|network)$|role name \S|password-recovery enable$|line (vty|aux|class|con|tty)\b|user-role |scheduler logfile|(interface )?(bridge-aggregation|route-aggregation|ten-gigabitethernet|vlan-interface) ?\d)/i,
  },
  {
    name: 'IOS',
    weight: -100,
    pattern:
      /^(hostname \S|version 1\d\.\d|Building configuration\.|Current configuration :|no (shutdown|ip |service )|ip routing$|switchport |router (ospf|bgp|eigrp|isis) \S|line vty |ip access-list |boot-start-marker|service timestamps )/,
  },
  { name: 'IOS separators', weight: -40, pattern: /^!$/, times: 3 },
  { name: 'Markdown', weight: -1000, pattern: /^(```|~~~|\|[ :|-]+\|$|<!-- )/ },
  { name: 'Markdown headings', weight: -60, pattern: /^#{2,6} \S/, times: 2 },
  { name: 'markup', weight: -100, pattern: /^(<\?xml|<!doctype|<html|<\/?[a-z]+(:[a-z]*)?( [a-z:]+="[^"]*")*\/?>$)/i },
  {
    name: 'program',
    weight: -60,
    pattern:
      /^(#include |import .* from |from \S+ import |(export |async )*(function|class|const|def) .*[{(:=]|(fi|done|esac|endif|\}\)?[;,]?)$|then$)/,
  },
  { name: 'assignments', weight: -40, pattern: /^[A-Za-z_][\w.-]* ?= ?\S/, times: 3 },
  { name: 'JSON', weight: -40, pattern: /^("[^"]*" ?: |[{}\]],?$)/, times: 2 },
  { name: 'YAML', weight: -40, pattern: /^(- )?[a-z_][\w-]*:( \S.*)?$/, times: 4 },
];

/** True for every line that one of the marks is on, and for few others: most lines are on none, and are asked once instead of for each. */
function mayCarry(list: readonly Mark[]): (line: string) => boolean {
  const any = new RegExp(list.map(({ pattern }) => pattern.source).join('|'), 'i');
  return (line) => any.test(line);
}

const mayBeHeader = mayCarry(headers);
const mayBeMark = mayCarry(marks);
const mayBeOther = mayCarry(others);

/** How likely a text is a configuration of VRP, by its first rows. */
export function detect(text: string): Detection {
  const evidence = new Evidence();
  let isFirst = true;
  for (const row of rowsRead(text)) {
    const outright = isFirst ? saidOutright(row) : undefined;
    if (outright) return outright;
    isFirst = false;
    evidence.read(row);
  }
  return evidence.detection();
}

/** The rows that are looked at, from their first sign on, without those that are blank. */
function* rowsRead(text: string): Generator<string> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let read = 0;
  const last = Math.min(text.length, charactersRead);
  while (at < last && read < linesRead) {
    let end = at;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    // Some releases fill a saved file up with NULs behind its last line.
    const from = rowStart(text, at, end)?.start ?? at;
    const row = withoutEnd(text.slice(from, Math.min(end, from + columnsRead)), isBlank);
    at = end + 1;
    if (row === '') continue;
    read++;
    yield row;
  }
}

/** The first line may say it outright: `# vrp-format: huawei-vrp8`, `# vrp-format: none`. */
function saidOutright(row: string): Detection | undefined {
  const format = /^[#!] ?vrp-format: *(\S+)/.exec(row)?.[1];
  if (format !== undefined) {
    const vrp = !/^(none|no|off|other)$/i.test(format);
    return { vrp, score: vrp ? 100 : 0, reasons: [`vrp-format: ${format}`] };
  }
  return /^#!\s*\//.test(row) ? { vrp: false, score: 0, reasons: ['interpreter line'] } : undefined;
}

/** What the rows say for and against VRP, each mark as often as it counts. */
class Evidence {
  private readonly reasons: string[] = [];
  private readonly seen = new Map<Mark, number>();
  private score = 0;
  private separators = 0;
  private slashedInterface = false;
  private undoShutdown = false;

  read(row: string): void {
    if (mayBeHeader(row)) for (const header of headers) this.meet(header, row);
    if (row === '#') {
      if (++this.separators === 3) this.add('separators', 20);
      return;
    }
    const whole = row.trim();
    if (mayBeOther(whole)) for (const other of others) this.meet(other, whole);
    const prompt = promptOf(row);
    if (prompt) this.meetPrompt(prompt);
    const line = prompt ? row.slice(prompt.length).trim() : whole.replace(/^# ?(?=[a-z])/, '');
    if (line === '') return;
    if (mayBeMark(line)) for (const mark of marks) this.meet(mark, line);
    this.slashedInterface ||= /^int(erface)? [a-z0-9-]+(?: \d+)?(?<=\d)\/\d/i.test(line);
    this.undoShutdown ||= line === 'undo shutdown';
  }

  detection(): Detection {
    if (this.slashedInterface && this.undoShutdown) this.add('interface with undo shutdown', 30);
    const { score, reasons } = this;
    const vrp = score >= enough;
    const otherVendor = !vrp && reasons.some((reason) => /^(?:Comware|IOS) /.test(reason));
    return { vrp, score, reasons, ...(otherVendor ? { otherVendor } : undefined) };
  }

  private add(name: string, weight: number): void {
    this.score += weight;
    this.reasons.push(`${name} ${weight > 0 ? '+' : ''}${weight}`);
  }

  private meet(mark: Mark, line: string): void {
    const times = mark.times ?? 1;
    const before = this.seen.get(mark) ?? 0;
    if (before >= times || !mark.pattern.test(line)) return;
    this.seen.set(mark, before + 1);
    if (before + 1 === times) this.add(mark.name, mark.weight);
  }

  private meetPrompt({ certain }: { readonly certain: boolean }): void {
    const name = certain ? 'two-stage prompt' : 'prompt';
    if (!this.reasons.some((reason) => reason.startsWith(name))) this.add(name, certain ? 50 : 10);
  }
}

/**
 * `<HUAWEI>`, `[HUAWEI]`, `[~DeviceA-GigabitEthernet0/1/2]`, `HRP_M[FW1]` with a command behind it; a bare `[x]` is a heading
 * of an INI file.
 */
function promptOf(line: string): { length: number; certain: boolean } | undefined {
  const found = /^\s{0,8}(?:HRP_[MS])?(?:<[~*]?[A-Za-z][\w.()-]*>|\[[~*]?[A-Za-z][\w./:() -]*\])(?= ?[a-z]|$)/.exec(
    line,
  );
  if (!found) return undefined;
  const certain = /^\s*(\[[~*]|HRP_[MS])/.test(line);
  const bare = found[0].length === line.length;
  return bare && !certain ? undefined : { length: found[0].length, certain };
}

function isBlank(character: string): boolean {
  return character === '\0' || character.trim() === '';
}
