// SSL policies, with which an RBS channel is protected, and the PKI lines they lean on.
import { command, family } from '../command';
import { cipher, integer, parameter, string, text } from '../parameters';

const fileName = parameter(string(1, 64), 'The file.');

/** SSL policy view and its head. One entry is from the published YANG model, the rest cites none. */
export const ssl = family('ssl', {
  policy: command({
    views: ['system'],
    format: 'ssl policy <policy-name> [ type { client | server } ]',
    undo: 'undo ssl policy <policy-name>',
    opens: 'ssl-policy',
    summary: 'Creates an SSL policy and enters its view.',
    parameters: {
      'policy-name': parameter(string(1, 23), 'Name of the policy; case does not matter.', { defines: 'ssl-policy' }),
    },
    guide: ['published YANG'],
    examples: `
      ssl policy policy1
      ssl policy a-policy-name-of-28-letters1
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ policy-name: 1-23 characters
    `,
  }),
  renegotiation: command({
    views: ['system'],
    format: 'ssl renegotiation-rate <rate>',
    undo: 'undo ssl renegotiation-rate',
    key: 'ssl renegotiation-rate',
    summary: 'Limits how often SSL sessions may be negotiated anew.',
    parameters: { rate: parameter(integer(0, 65535), 'How many a second.') },
    examples: `
      ssl renegotiation-rate 1
    `,
  }),
  realm: command({
    views: ['system'],
    format: 'pki realm <realm-name>\npki domain <realm-name>',
    undo: 'undo pki { realm | domain } <realm-name>',
    opens: 'pki-realm',
    summary: 'Creates a PKI realm, from which an SSL policy takes its certificates, and enters its view.',
    parameters: { 'realm-name': parameter(string(1, 64), 'Name of the PKI realm.', { defines: 'pki-realm' }) },
    examples: `
      pki realm backup
    `,
  }),
  realmLines: command({
    views: ['pki-realm'],
    format: `ca id <word>
      entity <word>
      { enrollment-url | enrollment-request | auto-enroll | crl | ocsp | rsa | certificate-check | fingerprint } <text>
      certificate-check { crl | none | ocsp } &<1-3>`,
    undo: 'undo ca id\nundo entity\nundo certificate-check',
    summary: 'Who signs the certificates of the realm, and how they are checked.',
    parameters: { word: parameter(string(1, 64), 'Its name.'), text: parameter(text, 'The value.') },
    examples: `
      ca id office
      entity router
    `,
  }),
  certificate: command({
    views: ['ssl-policy'],
    format: `certificate load { pem-cert <file-name> key-pair { dsa | rsa } key-file <key-file-name> auth-code cipher <auth-code>
      | asn1-cert <file-name> key-pair { dsa | rsa } key-file <key-file-name>
      | pfx-cert <file-name> key-pair { dsa | rsa } { mac cipher <auth-code> | key-file <key-file-name> auth-code cipher <auth-code> }
      | pem-chain <file-name> key-pair { dsa | rsa } key-file <key-file-name> auth-code cipher <auth-code> }`,
    undo: 'undo certificate load',
    key: 'certificate load',
    summary: 'Loads the certificate of this device and its key.',
    parameters: {
      'file-name': fileName,
      'key-file-name': fileName,
      'auth-code': parameter(cipher, 'Password of the key file.'),
    },
    examples: `
      certificate load pem-cert own.pem key-pair rsa key-file own.key auth-code cipher example
    `,
  }),
  trustedCa: command({
    views: ['ssl-policy'],
    format: `trusted-ca load { pem-ca <file-name> | asn1-ca <file-name> | pfx-ca <file-name> auth-code cipher <auth-code> }
      crl load { pem-crl | asn1-crl } <file-name>
      pki-realm <realm-name>
      pki-domain <realm-name>
      ssl minimum version { tls1.0 | tls1.1 | tls1.2 | tls1.3 }
      ssl verify { basic-constrain | key-usage | version { cert-version3 | crl-version2 } } enable
      binding cipher-suite-customization <suite-name>
      diffie-hellman modulus <suite-name>
      signature-algorithm-list <suite-name>`,
    undo: 'undo trusted-ca load { pem-ca | asn1-ca | pfx-ca } <file-name>\nundo ssl minimum version',
    summary: 'Says whom the policy trusts, and which versions and ciphers it allows.',
    parameters: {
      'file-name': fileName,
      'auth-code': parameter(cipher, 'Password of the file.'),
      'realm-name': parameter(string(1, 64), 'Name of the PKI realm.', { refers: 'pki-realm' }),
      'suite-name': parameter(string(1, 64), 'Name of the suite.'),
    },
    examples: `
      ssl minimum version tls1.2
    `,
  }),
});
