// What comes in over stdio, made into well-formed frames: a header block that names no usable length is dropped, so that the
// message behind it is read at once. The protocol library would leave it lying until more bytes come.
import { Transform, type Readable } from 'node:stream';

const longestHeader = 64 * 1024;
const longestBody = 2 ** 30;

/**
 * A stream of frames with `Content-Length` as their only header (LSP, base protocol). A header of more than 64 KiB, and
 * a body of more than 1 GiB, are dropped.
 */
export function framed(input: Readable): Readable {
  let header: Buffer = Buffer.alloc(0);
  let left = 0;
  return input.pipe(
    new Transform({
      transform(data: Buffer, _encoding, done) {
        let rest = data;
        while (rest.length > 0) {
          if (left > 0) {
            const part = rest.subarray(0, left);
            left -= part.length;
            rest = rest.subarray(part.length);
            this.push(part);
            continue;
          }
          header = header.length > 0 ? Buffer.concat([header, rest]) : rest;
          const end = header.indexOf('\r\n\r\n');
          if (end < 0) {
            if (header.length > longestHeader) header = header.subarray(-longestHeader / 2);
            break;
          }
          const length = Number(
            /content-length:[ \t]*(\d+)[ \t]*(?:\r\n|$)/i.exec(header.toString('latin1', 0, end))?.[1],
          );
          rest = header.subarray(end + 4);
          header = Buffer.alloc(0);
          const isUsable = Number.isFinite(length) && length <= longestBody;
          if (!isUsable) continue;
          left = length;
          this.push(`Content-Length: ${length}\r\n\r\n`);
        }
        done();
      },
    }),
  );
}
