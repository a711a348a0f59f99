; Text that people wrote for people: marks such as TODO are coloured in it.

((line . (word) . (_) @injection.content) @_line
  (#match? @_line "^[\r\n]*[ \t]*description ")
  (#set! injection.language "comment"))
