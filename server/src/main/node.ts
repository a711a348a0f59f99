// The language server as a process of its own.
import { serveStdio } from './serve';

void serveStdio();
