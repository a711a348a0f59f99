; Colours that follow from the shape of the text. What is a keyword of a command, the catalogue of the language server knows.
; No node is captured twice.

(undo) @keyword.operator
(line . (word) @keyword)
(line . (undo) . (word) @keyword)
(transcript (prompt) . (word) @keyword)
(transcript (prompt) . (undo) . (word) @keyword)

(number) @number
[(ipv4) (ipv4_prefix) (ipv6) (ipv6_prefix) (mac)] @constant
(interface) @variable.builtin
(string) @string

(separator "#" @punctuation.delimiter)
(subseparator "#" @punctuation.delimiter)
(prompt) @comment
(header_mark) @comment

[(banner_mark) (key_mark)] @keyword
(banner_text) @string
(key_text) @string.special
