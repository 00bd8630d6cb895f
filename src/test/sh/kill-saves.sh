#!/bin/bash
# kill-saves.sh ROUNDS: kills a program that saves all the time, at random moments, and counts the
# documents that are corrupt, or older than the version the program had called saved.
# Needs the test classes: mvn test-compile.
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

box=$(mktemp -d)
pid=
finish() {
  [ -z "$pid" ] || kill -9 "$pid" 2>/dev/null || true
  rm -rf "$box"
}
trap finish EXIT
loop() {
  exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -cp "$root/target/classes:$root/target/test-classes" dev.stillwater.io.SaveLoop "$@"
}

corrupt=0 lost=0 acknowledged=0

# Compares what the program found at its start with what had been acknowledged before.
judge() {
  case $1 in
    found*) [ "${1#found }" -ge "$acknowledged" ] || lost=$((lost + 1)) ;;
    *)
      corrupt=$((corrupt + 1))
      rm -f "$box/document" # the rounds to come start over
      acknowledged=0
      ;;
  esac
}

for ((round = 1; round <= rounds; round++)); do
  : >"$box/out" # or the last round's would be read before the program opens it
  loop "$box/document" >"$box/out" 2>"$box/err" &
  pid=$!
  # The first acknowledgement says that the program is under way.
  until grep -q saved "$box/out"; do
    if ! kill -0 "$pid" 2>/dev/null; then break; fi
    sleep 0.01
  done
  sleep "0.$(printf '%03d' $((RANDOM % 300)))"
  if ! kill -9 "$pid" 2>/dev/null && ! grep -q corrupt "$box/out"; then
    echo "the program ended by itself:" >&2
    cat "$box/err" >&2
    exit 1
  fi
  wait "$pid" 2>/dev/null || true
  pid=
  judge "$(head -n 1 "$box/out")"
  last=$(sed -n 's/^saved \([0-9]*\)$/\1/p' "$box/out" | tail -n 1)
  acknowledged=${last:-$acknowledged}
done
judge "$(loop "$box/document" look)"

echo "$rounds rounds, $corrupt corrupt, $lost lost"
[ "$corrupt" -eq 0 ] && [ "$lost" -eq 0 ]
