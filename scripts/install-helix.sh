#!/usr/bin/env bash
# Puts Helix into a folder where the system has none: as a package where there is one, else the package of the next Debian with the C
# library it was made for, unpacked and not installed. Prints nothing; ends with 1 where that is not possible.
# usage: install-helix.sh FOLDER
set -euo pipefail
folder=$(realpath -m "${1:?usage: install-helix.sh FOLDER}")
release=trixie

command -v hx >/dev/null && exit 0
[ -x "$folder/hx" ] && exit 0
command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || exit 1
[ "$(id -u)" = 0 ] && apt-get install -y -qq --no-install-recommends hx >/dev/null 2>&1 && exit 0

. /etc/os-release
rm -rf "$folder"
mkdir -p "$folder/lists/partial" "$folder/archives/partial" "$folder/root"
for sources in /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources; do
  # Only the archive itself: other suites of that release may not be there.
  if [ -s "$sources" ]; then
    sed -e "s/^Suites: *$VERSION_CODENAME .*/Suites: $release/" -e "s/\b$VERSION_CODENAME\b/$release/g" "$sources" \
      > "$folder/$(basename "$sources")"
  fi
done
apt() {
  apt-get -qq -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$folder" -o Dir::State::lists="$folder/lists" \
    -o Dir::Cache::archives="$folder/archives" -o APT::Sandbox::User=root "$@"
}
apt update
(cd "$folder/archives" && apt download hx libc6 libgcc-s1)
for package in "$folder"/archives/*.deb; do dpkg-deb -x "$package" "$folder/root"; done
rm -rf "$folder/lists" "$folder/archives"
libraries=$(find "$folder/root" -name libc.so.6 -printf '%h\n' | head -n 1)
loader=$(find "$folder/root" -name 'ld-linux*.so*' -type f | head -n 1)
cat > "$folder/hx" <<WRAPPER
#!/bin/sh
export HELIX_RUNTIME="\${HELIX_RUNTIME:-$folder/root/usr/lib/hx/runtime}"
exec "$loader" --library-path "$libraries" "$folder/root/usr/lib/hx/hx" "\$@"
WRAPPER
chmod +x "$folder/hx"
"$folder/hx" --version >/dev/null
