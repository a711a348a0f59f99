// The channel of a device, for the examples of rules.

/** In the indent of the examples. `own` is the device's number in `net`, the first three numbers of the addresses. */
export function exampleChannel(name: string, own: 1 | 2, net: string, port: number): string {
  return `remote-backup-service ${name}
         peer ${net}.${3 - own} source ${net}.${own} port ${port}`;
}
