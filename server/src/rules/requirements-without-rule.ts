// Rows of the rules table (domain notes, CHECKS) that no rule carries out, each with the reason. Sorted by row.

export const notRules: Record<string, string> = {
  'HB-D6-ROUTES':
    'Two devices may run different routing protocols and converge alike: nothing in the files says which is wrong (DECISIONS 45).',
  'HB-DISP-CONF': 'Pasted display output is not configuration and is not read (DECISIONS 45).',
  'HB-M-FLOWDOWN': 'It is about what a text intends, not about what a file says (DECISIONS 45).',
  'HB-ORDER-FWD': 'Forward references are right in a saved file: the row says not to flag them.',
  'HB-RBSP-REACH': 'Whether the two addresses reach each other cannot be proven from the two files (DECISIONS 45).',
  'HB-TXT-SYSNAME':
    'A prompt that shows the new name before the commit is a matter of how a page was written (DECISIONS 45).',
};
