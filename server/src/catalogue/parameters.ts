// The kinds of value a command takes: what is accepted, how it is said, and what it names.
// (Contract sketch: the implementation follows.)

/** What a name belongs to: `define('rbs')` makes one, `refer('rbs')` uses one. */
export type NameKind = 'rbs' | 'rbp' | 'vrrp-group' | 'vrrp6-group' | 'interface' | 'ip-pool' | 'ipv6-pool' | 'service-location'
  | 'service-instance-group' | 'ds-lite-instance' | 'nat-instance' | 'nat64-instance' | 'ssl-policy' | 'bfd-session'
  | 'monitor-group' | 'e-trunk' | 'vpn-instance' | 'acl' | 'domain' | 'dhcpv6-server-group' | 'route-policy';

export type ValueType =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'string'; readonly min?: number; readonly max?: number; readonly pattern?: RegExp }
  | { readonly kind: 'ipv4' } | { readonly kind: 'ipv4-mask' } | { readonly kind: 'ipv6' } | { readonly kind: 'ipv6-prefix' }
  | { readonly kind: 'ipv4-prefix' } | { readonly kind: 'mac' } | { readonly kind: 'time' }
  | { readonly kind: 'interface' }     // one word or `type number` in two words
  | { readonly kind: 'name' }          // 1 word, see names
  | { readonly kind: 'cipher' }        // a secret: never shown
  | { readonly kind: 'text' };         // free text to the end of the line: stands last only

export interface Parameter {
  readonly type: ValueType;
  readonly unit?: string;
  readonly doc: string;
  readonly defines?: NameKind;
  readonly refers?: NameKind;
}
