;;; eglot.el --- Emacs with eglot opens VRP_FILE with editors/emacs on the load path and `vrp` on the path  -*- lexical-binding: t -*-
;; Prints what it is given, one thing a line.  emacs --batch -l eglot.el  (Debian 12: emacs 28 and elpa-eglot; from 29 on eglot is built in)
(package-initialize)
(require 'eglot)

(require 'vrp-mode)
(setq eglot-sync-connect 20 eglot-connect-timeout 20 eglot-autoshutdown t)

(defun say (kind text)
  (princ (format "%s %s\n" kind (replace-regexp-in-string "\n" " " (format "%s" text)))))

(defun go-after (text)
  (goto-char (point-min))
  (search-forward text))

(find-file (getenv "VRP_FILE"))
(unless (eq major-mode 'vrp-mode) (princ (format "failed the mode is %s\n" major-mode)))
(setq-local project-find-functions (list (lambda (folder) (cons 'transient folder))))
(apply #'eglot (eglot--guess-contact))

(let ((end (+ (float-time) 20)))
  (while (and (< (float-time) end)
              (not (seq-some (lambda (one) (string-match-p (getenv "VRP_MESSAGE") (flymake-diagnostic-text one))) (flymake-diagnostics))))
    (accept-process-output nil 0.1)))
(dolist (one (flymake-diagnostics))
  (say "diagnostic" (format "%d %s" (line-number-at-pos (flymake-diagnostic-beg one)) (flymake-diagnostic-text one))))

;; As M-TAB does it.
(go-after (getenv "VRP_COMPLETE_AFTER"))
(let ((found (eglot-completion-at-point)))
  (dolist (label (all-completions (buffer-substring-no-properties (nth 0 found) (point)) (nth 2 found)))
    (say "completion" (substring-no-properties label))))

(go-after (getenv "VRP_HOVER_AFTER"))
(let ((answer (jsonrpc-request (eglot-current-server) :textDocument/hover
                               (list :textDocument (list :uri (concat "file://" buffer-file-name))
                                     :position (list :line (1- (line-number-at-pos)) :character (- (point) (line-beginning-position)))))))
  (say "hover" (plist-get (plist-get answer :contents) :value)))

(say "servers" (length (apply #'append (hash-table-values eglot--servers-by-project))))
(eglot-shutdown (eglot-current-server))
(kill-emacs 0)
