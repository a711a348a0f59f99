// The language server as a process of its own: `vrp lsp` over the transport that the client names. One bundle holds both.
import { runVrp } from './vrp.js';

runVrp(['lsp', ...process.argv.slice(2)]);
