// The language server as a process of its own: `vrp lsp` over the transport that the client names. One bundle holds both.
process.argv.splice(2, 0, 'lsp');
void import('./cli.js');

export {};
