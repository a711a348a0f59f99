// The families. Adding a command is an entry in one of these files; adding a family is a file and a line here.
export * from './bfd';
export * from './dhcpv6-relay';
export * from './ds-lite';
export * from './e-trunk';
export * from './interface';
export * from './ip-pool';
export * from './isis';
export * from './multicast';
export * from './nat-instance';
export * from './remote-backup-profile';
export * from './remote-backup-service';
export * from './service-location';
export * from './session';
export * from './ssl';
export * from './system';
export * from './vrrp';
export * from './vrrp6';
