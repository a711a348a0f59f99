// Texts of an author who wants more than to be read: links, pictures, markup, commands, icons, controls, in whole and in pieces.
import fc from 'fast-check';

/** Each is one word: it can stand as a name. */
export const hostileWords = [
  '[x](command:vrp.showLog)',
  '![i](https://evil.example/p.png)',
  'x\\\\](command:vrp.showLog)',
  'a`[x](command:vrp.showLog)',
  'a``[x](command:vrp.showLog)![i](https://evil.example/p.png)``1',
  '```[x](command:vrp.showLog)```',
  '`` ![i](https://evil.example/p.png) ``'.replaceAll(' ', '\u00a0'),
  '<img/src=https://evil.example/p.png>',
  '<a/href=command:vrp.showLog>x</a>',
  '<https://evil.example/>',
  'https://evil.example/',
  'www.evil.example',
  'mailto:a@evil.example',
  'a@evil.example',
  '[x]:https://evil.example/',
  '[x][y]',
  '&lt;img&gt;',
  '&#91;x](command:vrp.showLog)',
  '|a|b|',
  '**a**_b_~~c~~',
  '$(error)',
  '\\$(error)',
  '$(loading~spin)[x](command:vrp.showLog)',
  '\u202eevil',
  '\u001b[31m[x](command:vrp.showLog)',
  '\u2028![i](https://evil.example/p.png)',
  '---',
  '1.',
  '+',
  '#',
  '~~~',
  '\\',
  '\\\\',
  '`',
] as const;

const pieces = [
  ...hostileWords,
  ...'` `` ``` \\ [ ] ( ) ! < > & ; : / . @ * _ ~ # | $ { } " \' = + - 0 1 a b www. https:// command: \t'.split(' '),
  ' ',
  '  ',
  '    ',
];

/** Any row of such pieces. */
export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
);
