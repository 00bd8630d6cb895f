#!/bin/bash
# kill-edits.sh ROUNDS: kills an editor that edits all the time and never saves, at random moments, also
# while it restores what the last kill left, and counts the edits that were older than a second and lost.
# Needs the test classes: mvn test-compile. CLASSES may name them, with the libraries, as a class path.
set -euo pipefail
rounds=${1:-50}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd -P)

java=java
for jdk in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*; do
  if grep -qs '^JAVA_VERSION="\(2[5-9]\|[3-9][0-9]\)' "$jdk/release"; then
    java=$jdk/bin/java
    break
  fi
done
if [ -z "${CLASSES:-}" ]; then
  libraries=$(mktemp)
  (cd "$root" && mvn -B -ntp -q dependency:build-classpath -Dmdep.outputFile="$libraries" -Dmdep.includeScope=test)
  CLASSES=$root/target/classes:$root/target/test-classes:$(cat "$libraries")
  rm -f "$libraries"
fi

box=$(mktemp -d)
pid=
finish() {
  [ -z "$pid" ] || kill -9 "$pid" 2>/dev/null || true
  rm -rf "$box"
}
trap finish EXIT

{
  printf '{\n  "format": "stillwater/1",\n  "name": "Loop",\n'
  printf '  "zones": [{"id": "yard"}],\n  "components": [\n'
  printf '    {"id": "counter", "kind": "service"}'
  for ((i = 0; i < 300; i++)); do printf ',\n    {"id": "c%d", "kind": "service"}' "$i"; done
  printf '\n  ],\n  "links": [{"id": "line", "from": "counter", "to": "c0"}]\n}\n'
} >"$box/loop.design.json"
before=$(sha256sum "$box/loop.design.json")

loop() {
  exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$CLASSES" dev.stillwater.ui.EditLoop \
    "$box/state" "$box/loop.design.json" "$@"
}

lost=0 twice=0 expected=0 oldest=0

# Compares what a start found with what had been edited more than a second before the kill.
judge() {
  local found=${1#found }
  local count=${found#* of }
  found=${found% of *}
  [ "$found" -ge "$expected" ] || { lost=$((lost + 1)); echo "lost: $found of $expected" >&2; }
  [ "$count" -le 1 ] || twice=$((twice + 1))
}

for ((round = 1; round <= rounds; round++)); do
  : >"$box/out"
  loop >"$box/out" 2>"$box/err" &
  pid=$!
  if ((round % 4 == 0)); then
    # Somewhere in the start: looking for what is left, restoring it, the first edits.
    until grep -q found "$box/out"; do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.002
    done
    sleep "0.$(printf '%03d' $((RANDOM % 60)))"
  else
    until grep -q edit "$box/out"; do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.01
    done
    sleep "$((RANDOM % 3)).$(printf '%03d' $((RANDOM % 1000)))"
  fi
  killed=$(date +%s%3N)
  if ! kill -9 "$pid" 2>/dev/null; then
    echo "the program ended by itself:" >&2
    cat "$box/err" >&2
    exit 1
  fi
  wait "$pid" 2>/dev/null || true
  pid=
  judge "$(head -n 1 "$box/out")"
  # What was found is expected again; so is every edit that was older than a second.
  found=$(sed -n 's/^found \([0-9]*\) .*/\1/p' "$box/out" | head -n 1)
  [ "${found:-0}" -le "$expected" ] || expected=$found
  last=$(awk -v until=$((killed - 1000)) '$1 == "edit" && NF == 3 && $3 <= until { n = $2 } END { print n }' "$box/out")
  [ -z "$last" ] || [ "$last" -le "$expected" ] || expected=$last
  made=$(awk '$1 == "edit" && NF == 3 { n++ } END { print n + 0 }' "$box/out")
  oldest=$((oldest + made))
done
judge "$(loop look)"
[ "$(sha256sum "$box/loop.design.json")" = "$before" ] || { echo "the file was touched" >&2; exit 1; }

echo "$rounds rounds, $oldest edits, $lost lost, $twice offered twice"
[ "$lost" -eq 0 ] && [ "$twice" -eq 0 ]
