// Keychains: keys with their times, which routing protocols sign with.
import { command, family } from '../command';
import { cipher, integer, parameter, string, text } from '../parameters';

const secret = parameter(cipher, 'The key.');

/** Keychain view and the view of one of its keys. Cites no document. */
export const keychain = family('keychain', {
  create: command({
    views: ['system'],
    format: 'keychain <keychain-name> [ mode { absolute | periodic { daily | weekly | monthly | yearly } } ]',
    undo: 'undo keychain <keychain-name>',
    opens: 'keychain',
    summary: 'Creates a keychain and enters its view; its keys hold for a while each, once or again and again.',
    parameters: { 'keychain-name': parameter(string(1, 47), 'Name of the keychain.', { defines: 'keychain' }) },
    words: { absolute: 'Each key holds once', periodic: 'Each key holds again in every such period' },
    examples: `
      keychain igp mode absolute
      keychain peers mode periodic daily
    `,
  }),
  key: command({
    views: ['keychain'],
    format: 'key-id <key-id>',
    undo: 'undo key-id <key-id>',
    opens: 'keychain-key',
    summary: 'Creates a key of the keychain and enters its view.',
    parameters: { 'key-id': parameter(integer(0, 63), 'Number of the key.') },
    examples: `
      key-id 1
    `,
  }),
  lines: command({
    views: ['keychain'],
    format: `receive-tolerance { <minutes> | infinite }
      tcp-kind <kind>
      tcp-algorithm-id <algorithm> <number>`,
    undo: 'undo receive-tolerance\nundo tcp-kind',
    summary: 'How long a key is still taken after its time, and how TCP names the algorithm.',
    parameters: {
      minutes: parameter(integer(1, 14400), 'How long.', { unit: 'min' }),
      kind: parameter(integer(28, 255), 'Kind of the TCP option.'),
      algorithm: parameter(string(1, 31), 'The algorithm.'),
      number: parameter(integer(1, 63), 'Its number in the option.'),
    },
    examples: `
      receive-tolerance 10
      tcp-algorithm-id hmac-sha-256 5
    `,
  }),
  keyLines: command({
    views: ['keychain-key'],
    format: `algorithm <algorithm>
      key-string { plain <secret> | cipher <secret> | <secret> }
      { send-time | receive-time } <text>
      default send-key-id`,
    undo: 'undo { algorithm | key-string | send-time | receive-time }\nundo default send-key-id',
    summary: 'The key, how packets are signed with it, and when it is sent and taken.',
    parameters: {
      algorithm: parameter(string(1, 31), 'The algorithm.'),
      secret,
      text: parameter(text, 'From when, and until when.'),
    },
    examples: `
      algorithm hmac-sha-256
      key-string cipher example
      default send-key-id
    `,
  }),
});
