// What VS Code has to say about the manifest of this extension. It says so while it reads it, to its log, as
// `[PUBLISHER.NAME]: MESSAGE`; the Running Extensions editor shows the same. An entry it cannot read may cost a whole menu.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib.mjs';

const { publisher, name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const about = `[${publisher}.${name}]: `;

export function manifestMessages() {
  const messages = new Set();
  const hear = (text) => {
    const at = text.indexOf(about);
    if (at >= 0) messages.add(text.slice(at + about.length).trim());
  };
  return {
    /** A line of the log, as a run under automation gives it. */
    hear,
    /** Everything that this page will write to its console, where the log of a plain workbench goes. */
    watch: (page) => page.on('console', (message) => hear(message.text())),
    /** Each message once. */
    get list() {
      return [...messages];
    },
  };
}
