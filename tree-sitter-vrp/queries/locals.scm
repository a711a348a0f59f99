; Interfaces: a view that is opened for one, and where another line names it.

(source) @local.scope
(line . (word) . (interface) @local.definition)
(line (_) (_) (interface) @local.reference)
