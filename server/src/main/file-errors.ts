// What the errors of the file system mean for a person: one clause each, made of the error's code and never of its message.

/** The code of a system error, such as `ENOENT`; undefined for what is no such error. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}

/** There is no such path. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');
}

/** Something of that name stands where a file or folder was to be made. */
export function isInTheWay(error: unknown): boolean {
  return ['EEXIST', 'ENOTDIR'].includes(codeOf(error) ?? '');
}

interface Reasons {
  readonly denied: string;
  readonly gone: string;
  readonly other: string;
}

/** Why a file or folder could not be read, as one clause for a sentence. */
export function readReason(error: unknown): string {
  return reason(error, {
    denied: 'no permission to read it',
    gone: 'it vanished while it was read',
    other: 'could not be read',
  });
}

/** Why a file could not be written, as one clause for a sentence. */
export function writeReason(error: unknown): string {
  return reason(error, {
    denied: 'no permission to write it',
    gone: 'its folder is gone',
    other: 'could not be written',
  });
}

/** Why a folder could not be made, as one clause for a sentence. */
export function makeFolderReason(error: unknown): string {
  return reason(error, {
    denied: 'no permission to write it',
    gone: 'the folder above it is gone',
    other: 'could not be made',
  });
}

function reason(error: unknown, { denied, gone, other }: Reasons): string {
  const code = codeOf(error);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return denied;
    case 'ELOOP':
      return 'a link that leads back to itself';
    case 'ENOENT':
      return gone;
    default:
      return `${other} (${code ?? 'unknown reason'})`;
  }
}
