;;; vrp-mode.el --- Huawei VRP configurations  -*- lexical-binding: t -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: languages, tools
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; A mode for configurations of Huawei routers, found by their content, with eglot for what is wrong in pairs of them.
;; (add-to-list 'load-path "/path/to/editors/emacs") (require 'vrp-mode) (add-hook 'vrp-mode-hook #'eglot-ensure)
;; Where the grammar is installed (Emacs 29), `vrp-ts-mode' has its colours.

;;; Code:

(defgroup vrp nil "Huawei VRP configurations." :group 'languages)

(defvar vrp-font-lock-keywords
  `((,(rx bol (* space) (group "undo") symbol-end) 1 font-lock-warning-face)
    (,(rx bol (* space) (? "undo" (+ space)) (group (+ (any "a-z0-9-")))) 1 font-lock-keyword-face)
    (,(rx bol "#" (* space) eol) . font-lock-comment-face)
    (,(rx bol (* space) (or "sysname" "remote-backup-service" "remote-backup-profile") (+ space) (group (+ (not space))))
     1 font-lock-type-face)
    (,(rx symbol-start (or "GE" "10GE" "100GE" "GigabitEthernet" "Eth-Trunk" "LoopBack" "Vlanif" "NULL" "Virtual-Template") (+ (any "0-9./")))
     . font-lock-variable-name-face)
    (,(rx symbol-start (= 3 (+ digit) ".") (+ digit) (? "/" (+ digit)) symbol-end) . font-lock-constant-face))
  "Colours that do without the grammar and the server.")

;;;###autoload
(define-derived-mode vrp-mode prog-mode "VRP"
  "Huawei VRP configurations."
  (setq-local comment-start "# " indent-tabs-mode nil tab-width 1)
  (setq-local font-lock-defaults '(vrp-font-lock-keywords))
  (setq-local imenu-generic-expression
              '(("Interfaces" "^interface \\(.*\\)" 1) ("Backup" "^remote-backup-\\(?:service\\|profile\\) \\(.*\\)" 1))))

(defvar vrp-ts-font-lock-rules
  '(:language vrp :feature keyword ((line :anchor (word) @font-lock-keyword-face) (undo) @font-lock-warning-face)
    :language vrp :feature constant ([(ipv4) (ipv4_prefix) (ipv6) (ipv6_prefix) (mac)] @font-lock-constant-face)
    :language vrp :feature variable ((interface) @font-lock-variable-name-face)
    :language vrp :feature string ([(string) (banner_text)] @font-lock-string-face)
    :language vrp :feature comment ([(header_mark) (prompt)] @font-lock-comment-face))
  "Colours by the grammar tree-sitter-vrp.")

;;;###autoload
(define-derived-mode vrp-ts-mode vrp-mode "VRP"
  "Huawei VRP configurations, with colours by tree-sitter."
  (when (and (fboundp 'treesit-ready-p) (treesit-ready-p 'vrp t))
    (treesit-parser-create 'vrp)
    (setq-local treesit-font-lock-settings (apply #'treesit-font-lock-rules vrp-ts-font-lock-rules))
    (setq-local treesit-font-lock-feature-list '((comment keyword) (string constant) (variable)))
    (treesit-major-mode-setup)))

(defun vrp-configuration-p ()
  "Whether the buffer begins as a VRP configuration does."
  (save-excursion
    (goto-char (point-min))
    (let ((end (min (point-max) 20000)))
      (and (re-search-forward "^#[ \t\r]*$" end t)
           (progn (goto-char (point-min)) t)
           (re-search-forward "^\\(?: ?sysname \\|!Software Version V[0-9]\\|\\[V[0-9]+R[0-9]+C\\|remote-backup-\\|interface Eth-Trunk\\)" end t)
           t))))

;;;###autoload
(add-to-list 'magic-mode-alist '(vrp-configuration-p . vrp-mode))
;;;###autoload
(add-to-list 'auto-mode-alist '("\\.vrp\\'\\|/vrpcfg\\.cfg\\'" . vrp-mode))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((vrp-mode vrp-ts-mode) . ("vrp" "lsp" "--stdio"))))

(provide 'vrp-mode)
;;; vrp-mode.el ends here
