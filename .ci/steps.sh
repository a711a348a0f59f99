# What .ci/run and .ci/nightly are made of: `step COMMAND` runs one and counts what it counts, `report` ends with `N passed, N failed`.
passed=0 failed=0 times='' faults=''
step() {
  echo "== $*"
  local begun=$SECONDS
  local log; log=$(mktemp)
  if "$@" 2>&1 | tee "$log"; then local ok=1; else local ok=0; fi
  local line; line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
  if [ -n "$line" ]; then
    passed=$((passed + $(echo "$line" | cut -d' ' -f1))); failed=$((failed + $(echo "$line" | cut -d' ' -f3)))
    [ $ok = 1 ] || [ "$(echo "$line" | cut -d' ' -f3)" != 0 ] || failed=$((failed + 1))
  elif [ $ok = 1 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  echo "-- $((SECONDS - begun)) s: $*"
  times+="$((SECONDS - begun)) s: $*$([ $ok = 1 ] || echo ' (failed)')"$'\n'
  [ $ok = 1 ] || faults+="$(grep -E '^ *(✖|FAILED) ' "$log" | sort -u | head -n 40)"$'\n'
  rm -f "$log"
}
report() {
  echo "== $SECONDS s in all"
  printf '%s' "$times$faults"
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]
}
