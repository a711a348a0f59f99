// What people call the object that a group tracks.
import type { Track } from '../device';

/** What a group tracks, as a message names it. */
export function trackedName({ object }: Track): string {
  switch (object.kind) {
    case 'interface':
      return object.name.value;
    case 'bfd-session':
      return `BFD session ${object.name?.value ?? object.id?.value ?? ''}`.trimEnd();
    case 'monitor-group':
      return `monitor-group ${object.name.value}`;
    case 'service-location':
      return `service-location ${object.id.value}`;
    default:
      return object.kind;
  }
}
