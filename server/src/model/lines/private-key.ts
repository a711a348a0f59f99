// Private keys as they are written into files: PEM, PGP and SSH2. What stands between the two marks is a secret as a whole.

/** True for the first row of a private key. */
export function beginsPrivateKey(row: string): boolean {
  return row.includes('-') && /---- ?BEGIN [\w ]*PRIVATE KEY/.test(row);
}

/** True for its last row. */
export function endsPrivateKey(row: string): boolean {
  return row.includes('-') && /---- ?END [\w ]*PRIVATE KEY/.test(row);
}
