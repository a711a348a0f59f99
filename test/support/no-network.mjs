// Loaded before a process of ours starts: whoever opens a connection, looks up a name, starts a program or loads code from the
// workspace is told so on stderr, and the process ends with 99.
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import Module, { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const workspace = process.env.VRP_TEST_WORKSPACE;

function forbidden(what) {
  return () => {
    process.stderr.write(`FORBIDDEN: ${what}\n`);
    process.exit(99);
  };
}

function forbid(library, name, members) {
  for (const member of members) library[member] = forbidden(`${name}.${member}`);
}

forbid(net, 'net', ['connect', 'createConnection', 'createServer']);
net.Socket.prototype.connect = forbidden('Socket.connect');
net.Server.prototype.listen = forbidden('Server.listen');
forbid(tls, 'tls', ['connect', 'createServer']);
forbid(http, 'http', ['request', 'get', 'createServer']);
forbid(https, 'https', ['request', 'get', 'createServer']);
forbid(http2, 'http2', ['connect', 'createServer', 'createSecureServer']);
forbid(dgram, 'dgram', ['createSocket']);
forbid(dns, 'dns', ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']);
forbid(dns.promises, 'dns.promises', ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']);
forbid(childProcess, 'child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']);
syncBuiltinESMExports();
for (const name of ['fetch', 'WebSocket', 'EventSource'])
  Object.defineProperty(globalThis, name, { value: forbidden(name) });

const resolve = Module._resolveFilename;
Module._resolveFilename = function (...given) {
  const found = resolve.apply(this, given);
  if (workspace && String(found).startsWith(workspace)) forbidden(`code of the workspace: ${found}`)();
  return found;
};
