; The lines of a view stand one blank further in than the line that opens it; '#' in column 0 closes it.

(part) @indent.begin
(separator) @indent.branch
(banner_text) @indent.ignore
(key_text) @indent.ignore
