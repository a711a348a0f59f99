// One name for a file however a client spells its uri: `file:///c%3A/a%20b.cfg` and `file:///C:/a b.cfg` are one. Without it a
// device that is open and on disk would be two devices, and each other's best peer.

/** The name under which the workspace knows the file: the uri with its escapes read and its drive letter small. */
export function fileId(uri: string): string {
  const parts = /^([a-z][a-z\d+.-]*:)(\/\/[^/]*)?(.*)$/is.exec(uri);
  if (!parts) return uri;
  const [, scheme = '', authority = '', path = ''] = parts;
  const plain = path
    .split('/')
    .map(unescaped)
    .join('/')
    .replace(/^\/([A-Z]):/, (_, drive: string) => `/${drive.toLowerCase()}:`);
  return scheme.toLowerCase() + authority + plain;
}

/** A uri for a name made by `fileId`. */
export function uriOfId(id: string): string {
  const parts = /^([a-z][a-z\d+.-]*:)(\/\/[^/]*)?(.*)$/is.exec(id);
  if (!parts) return id;
  const [, scheme = '', authority = '', path = ''] = parts;
  return scheme + authority + path.split('/').map(encodeURIComponent).join('/');
}

/** The path of `id` below `folder`, or undefined where it lies elsewhere. Both are names made by `fileId`. */
export function below(folder: string, id: string): string | undefined {
  const top = folder.endsWith('/') ? folder : `${folder}/`;
  return id.startsWith(top) && id.length > top.length ? id.slice(top.length) : undefined;
}

function unescaped(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Not escaped: a name with a percent sign of its own.
    return segment;
  }
}
