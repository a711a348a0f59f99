// The views and which command opens which: one explicit graph. (Contract sketch: the implementation follows.)

export type ViewName = 'user' | 'system' | 'interface' | 'rbs' | 'rbp' | 'ip-pool' | 'ipv6-pool' | 'service-location'
  | 'service-instance-group' | 'ds-lite-instance' | 'nat-instance' | 'nat64-instance' | 'e-trunk' | 'monitor-group'
  | 'ssl-policy' | 'bfd-session' | 'isis' | 'ospf' | 'ospfv3' | 'bgp' | 'bgp-family' | 'pim-ipv4' | 'pim-ipv6' | 'aaa' | 'domain' | 'acl'
  | 'route-policy' | 'vpn-instance' | 'mpls' | 'vlan' | 'user-interface' | 'other';
