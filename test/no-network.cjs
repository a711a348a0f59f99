// Preloaded into a process of ours: whoever opens a connection, looks up a name, starts a program or loads code from the workspace
// is told so on stderr, and the process ends with 99.
'use strict';
const workspace = process.env.VRP_TEST_WORKSPACE;

function forbidden(what) {
  return () => {
    process.stderr.write(`FORBIDDEN: ${what}\n`);
    process.exit(99);
  };
}

function forbid(name, members) {
  const library = require(name);
  for (const member of members) library[member] = forbidden(`${name}.${member}`);
}

const net = require('node:net');
forbid('node:net', ['connect', 'createConnection', 'createServer']);
net.Socket.prototype.connect = forbidden('Socket.connect');
net.Server.prototype.listen = forbidden('Server.listen');
forbid('node:tls', ['connect', 'createServer']);
forbid('node:http', ['request', 'get', 'createServer']);
forbid('node:https', ['request', 'get', 'createServer']);
forbid('node:http2', ['connect', 'createServer', 'createSecureServer']);
forbid('node:dgram', ['createSocket']);
forbid('node:dns', ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']);
forbid('node:child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']);
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) if (name in globalThis) Object.defineProperty(globalThis, name, { value: forbidden(name) });

const Module = require('node:module');
const resolve = Module._resolveFilename;
Module._resolveFilename = function (...given) {
  const found = resolve.apply(this, given);
  if (workspace && String(found).startsWith(workspace)) forbidden(`code of the workspace: ${found}`)();
  return found;
};
