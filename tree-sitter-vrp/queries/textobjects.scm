; A section from one '#' to the next, a view within it, a value of a line.

(section) @class.outer
(part) @class.inner
(line) @statement.outer
(line (_value) @parameter.inner)
(transcript) @statement.outer
[(header_mark) (prompt)] @comment.outer
