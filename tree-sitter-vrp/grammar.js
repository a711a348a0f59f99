// The shape of VRP text, and no command: lines of words, sections closed by a '#' in column 0, raw blocks. Every text
// parses without an error, and every character lies in a leaf, blanks and line ends included. What makes a re-parse cheap:
// a line begins with its line end, words are unrolled, no rule begins or ends with a repeat, and the scanner cuts long
// lists into chunks by the hash of a line.

const blank = '[ \\t\\x0B\\x0C\\x00]';
const ipv4 = '[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}';
// Two colons at least: '0:0' of a serial interface and '10:20' of a clock are words.
const ipv6 = `[0-9a-fA-F]{0,4}:[0-9a-fA-F]{0,4}:[0-9a-fA-F:]*(${ipv4})?`;
const interfaceKind = '([0-9]{1,3}(\\|[0-9]{1,3})?)?GE|(X|Ten-?)?[Gg]igabit[Ee]thernet|[Ee]thernet|[Ee]th-[Tt]runk|Ip-Trunk|[Vv]lanif|Vbdif'
  + '|[Ll]oop[Bb]ack|NULL|Tunnel|MEth|Serial|Pos|Mp-group|Virtual-(Ethernet|Template|if)|Global-VE|Nve|Cellular|Dialer|Wlan-Radio';

// The longest token wins, and of two equally long ones the first below; one with a preference ends any word it begins.
const literal = (pattern, preference = 0) => token(prec(preference, new RustRegex(pattern)));

/** `item` once to `depth` times in a flat row, and without end behind that. */
const unroll = (item, depth) => (depth === 0 ? repeat1(item) : seq(item, optional(unroll(item, depth - 1))));

const column0 = $ => alias($._newline, 'newline');
const indented = $ => alias($._indented_newline, 'newline');
const fileStart = $ => alias($._file_start, 'newline');
const indentedFileStart = $ => alias($._indented_file_start, 'newline');

const lineKinds = ['line', 'blank_line', 'subseparator', 'header', 'transcript', 'raw_block'];

/** The rules of the kinds of lines, by what a line in column 0 and what an indented one begins with. */
function lines(prefix, column0, indented) {
  const start = $ => choice(column0($), indented($));
  const command = $ => seq(choice($.undo, $._value), optional(unroll($._item, 20)));
  const rules = {
    line: $ => seq(start($), choice(command($), seq(choice($.banner_mark, $.key_mark), optional($._rest)))),
    blank_line: start,
    subseparator: $ => seq(indented($), '#', optional($._rest)),
    header: $ => seq(start($), $.header_mark, optional($._rest)),
    transcript: $ => seq(start($), field('prompt', $.prompt), optional(alias($._blank, 'blank')), optional(command($))),
    raw_block: $ => seq(start($), choice(seq(field('mark', $.banner_mark), field('text', $.banner_text), optional($._rest)), seq(field('mark', $.key_mark), field('text', $.key_text)))),
  };
  return Object.fromEntries(Object.entries(rules).map(([kind, rule]) => [prefix + kind, rule]));
}

export default grammar({
  name: 'vrp',
  extras: _ => [],
  supertypes: $ => [$._line, $._value],
  externals: $ => [$._chunk_end, $._part_end, $._file_end, $._file_start, $._indented_file_start, $.banner_text, $.key_text],

  rules: {
    source: $ => seq(alias($.first_chunk, $.chunk), repeat($.chunk)),
    chunk: $ => seq($.section, repeat($.section), $._chunk_end),
    section: $ => choice($.separator, seq($.part, repeat($.part), choice($.separator, $._file_end))),
    part: $ => seq($._line, repeat($._line), $._part_end),
    _line: $ => choice(...lineKinds.map(kind => $[kind])),
    separator: $ => seq(column0($), '#', optional($._rest)),
    ...lines('', column0, indented),

    // The first line of a file has no line end before it: the same shape again, so that its mark is valid nowhere else.
    first_chunk: $ => seq(alias($.first_section, $.section), repeat($.section), $._chunk_end),
    first_section: $ => choice(
      alias($.first_separator, $.separator),
      seq(alias($.first_part, $.part), repeat($.part), choice($.separator, $._file_end)),
    ),
    first_part: $ => seq($._first_line, repeat($._line), $._part_end),
    _first_line: $ => choice(...lineKinds.map(kind => alias($['first_' + kind], $[kind]))),
    first_separator: $ => seq(fileStart($), '#', optional($._rest)),
    ...lines('first_', fileStart, indentedFileStart),

    _item: $ => choice(alias($._blank, 'blank'), $._value),
    _value: $ => choice($.number, $.ipv4, $.ipv4_prefix, $.ipv6, $.ipv6_prefix, $.mac, $.interface, $.string, $.word),
    _rest: $ => repeat1($._item),

    _newline: _ => /\r\n|\n|\r/,
    _indented_newline: _ => new RustRegex(`(\\r\\n|\\n|\\r)${blank}+`),
    _blank: _ => new RustRegex(`${blank}+`),

    undo: _ => literal('undo'),
    number: _ => literal('[0-9]+'),
    ipv4: _ => literal(ipv4),
    ipv4_prefix: _ => literal(`${ipv4}/[0-9]{1,2}`),
    ipv6: _ => literal(ipv6),
    ipv6_prefix: _ => literal(`${ipv6}/[0-9]{1,3}`),
    mac: _ => literal('[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}'),
    interface: _ => literal(`(${interfaceKind})[0-9]+(/[0-9]+)*(:[0-9]+)?(\\.[0-9]+)?`),
    string: _ => literal('"[^"\\r\\n]*"'),
    word: _ => literal('[^ \\t\\x0B\\x0C\\x00\\r\\n]+'),

    header_mark: _ => literal('![^\\r\\n]*|\\[V[0-9]{3}R[0-9]{3}[0-9A-Za-z]*\\]', 6),
    prompt: _ => literal('(HRP_[A-Z]+)?(\\[[*~]?[^ \\t\\x0B\\x0C\\x00\\r\\n\\[\\]<>{}"%]{1,100}\\]|<[^ \\t\\x0B\\x0C\\x00\\r\\n\\[\\]<>{}"%]{1,100}>)', 5),
    banner_mark: _ => literal(`header${blank}+(login|shell)${blank}+information${blank}+`, 4),
    key_mark: _ => literal(`public-key-code${blank}+begin`, 4),
  },
});
