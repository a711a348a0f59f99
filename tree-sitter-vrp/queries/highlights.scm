; Colours that follow from the shape of the text: they do without the catalogue of the language server, and do not know whether a
; command exists. Where a node gets two colours the later one holds.

; Words in small letters are keywords of the command, others are names that somebody has given.
((line (_) . (word) @property) (#match? @property "^[a-z][a-z0-9-]*$"))
((line (_) . (word) @variable) (#not-match? @variable "^[a-z][a-z0-9-]*$"))
((transcript (_) . (word) @property) (#match? @property "^[a-z][a-z0-9-]*$"))
((transcript (_) . (word) @variable) (#not-match? @variable "^[a-z][a-z0-9-]*$"))

; The command: the first word, also behind 'undo' and behind a prompt.
(undo) @keyword.operator
(line . (word) @keyword)
(line . (undo) . (word) @keyword)
(transcript (prompt) . (word) @keyword)
(transcript (prompt) . (undo) . (word) @keyword)

(number) @number
[(ipv4) (ipv4_prefix) (ipv6) (ipv6_prefix) (mac)] @constant
(interface) @variable.builtin
(string) @string

; What a line is about: the name of the device, of a channel, of a profile; and what people wrote for people.
((line . (word) @keyword . (word) @type)
  (#any-of? @keyword "sysname" "remote-backup-service" "remote-backup-profile"))
((line . (word) @keyword . (_) @string . (_)? @string . (_)? @string . (_)? @string . (_)? @string . (_)? @string . (_)? @string . (_)? @string .)
  (#eq? @keyword "description"))

(separator "#" @punctuation.delimiter)
(subseparator "#" @punctuation.delimiter)
(prompt) @comment
(header_mark) @comment

[(banner_mark) (key_mark)] @keyword
(banner_text) @string
(key_text) @string.special
