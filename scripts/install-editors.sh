#!/usr/bin/env bash
# Installs the editors of test/project/editors.test.ts where that is possible without asking: apt-get, as root. Never fails; the test
# tells which editor it did not find.
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  missing=()
  # Helix draws on a terminal and nowhere else.
  command -v tmux >/dev/null || missing+=(tmux)
  command -v nvim >/dev/null || missing+=(neovim)
  emacs --batch --eval "(progn (package-initialize) (require 'eglot))" >/dev/null 2>&1 || missing+=(emacs-nox elpa-eglot)
  if [ ${#missing[@]} -gt 0 ]; then
    install() { timeout 300 apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1; }
    install "${missing[@]}" || { timeout 120 apt-get update -qq >/dev/null 2>&1; for one in "${missing[@]}"; do install "$one"; done; }
  fi
fi
for editor in nvim emacs; do command -v $editor >/dev/null && echo "$editor: installed" || echo "$editor: not installed"; done
if "$(dirname "$0")/install-helix.sh" node_modules/.cache/helix >/dev/null 2>&1; then echo 'helix: installed'; else echo 'helix: not installed'; fi
# The native parser, for the test that it agrees with the wasm: headers and runtime, no install script.
if npm install --prefix tree-sitter-vrp --no-save --no-package-lock --ignore-scripts --no-audit --no-fund \
  tree-sitter@0.25.1 >/dev/null 2>&1; then echo "native tree-sitter: installed"; else echo "native tree-sitter: not installed"; fi
exit 0
