; A section folds from its first line to the '#' that closes it, a banner and a key from their own line on. Both begin with the
; line end before them, which is a row too early, unless they begin the file.

(source . (chunk . (section) @fold))
(source (chunk) . (chunk . (section) @fold (#offset! @fold 1 0 0 0)))
(chunk (section) . (section) @fold (#offset! @fold 1 0 0 0))

(raw_block) @fold
