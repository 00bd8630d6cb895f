#!/bin/sh
# Tries the launcher on a project whose JDK and Maven are stand-ins of a few lines, so that every
# way of starting and failing takes milliseconds. Prints what fails; exit status 1 if anything does.
set -u
launcher=$(cd "$(dirname "$0")/../../.." && pwd -P)/stillwater
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
failures=0
export STILLWATER_AOT=off
unset STILLWATER_OPTS

# A fresh project in a folder with a space in its name, reached as $p.
fresh() {
  rm -rf "$box/my project" "${box:?}/bin" "$box/jdk"
  p="$box/my project"
  mkdir -p "$p/src/main" "$p/templates" "$box/bin" "$box/jdk/bin"
  cp "$launcher" "$p/stillwater"
  : >"$p/pom.xml"
  printf 'JAVA_VERSION="25.0.3"\nJAVA_RUNTIME_VERSION="25.0.3+9"\n' >"$box/jdk/release"
  # Prints its arguments one a line, from "-jar" on or all of them, and ends with status 7.
  cat >"$box/jdk/bin/java" <<'JAVA'
#!/bin/sh
case $* in *AOTCacheOutput=*) for a; do case $a in *Output=*) : >"${a#*Output=}" ;; esac; done ;; esac
for a; do printf '%s\n' "$a"; done
exit 7
JAVA
  cat >"$box/bin/mvn" <<'MVN'
#!/bin/sh
echo "building with $JAVA_HOME"
sleep 0.3
mkdir -p target/lib
echo built >>target/builds
echo jar >target/stillwater.jar
MVN
  : >"$box/jdk/bin/javac"
  chmod +x "$box/jdk/bin/java" "$box/jdk/bin/javac" "$box/bin/mvn"
  JAVA_HOME=$box/jdk PATH=$box/bin:/usr/bin:/bin
  export JAVA_HOME PATH
}

# start LAUNCHER ARGUMENT…: leaves status, out and err.
start() {
  "$@" >"$box/out" 2>"$box/err" </dev/null
  status=$?
  out=$(cat "$box/out") err=$(cat "$box/err")
}

check() { # DESCRIPTION TEST…
  what=$1
  shift
  test "$@" && return
  failures=$((failures + 1))
  printf 'FAILED: %s\n  status %s\n  out: %s\n  err: %s\n' "$what" "$status" "$out" "$err"
}

builds() { wc -l <"$p/target/builds" | tr -d ' '; }
after_jar() { printf '%s\n' "$out" | sed '1,/stillwater.jar$/d' | tr '\n' '|'; }
contains() { case $1 in *"$2"*) echo yes ;; *) echo no ;; esac; }

fresh
cd / || exit 1
start "$p/stillwater" review 'a b' '' '*' "it's"
check 'the exit status is passed on' "$status" -eq 7
check 'arguments are passed on as they are' "$(after_jar)" = "review|a b||*|it's|"
check 'standard output is the program alone' "$(contains "$out" uilding)" = no
check 'a build says so' "$(contains "$err" 'Building Stillwater (first use')" = yes
check 'the build uses the JDK found' "$(cat "$p/target/build.log")" = "building with $box/jdk"
start "$p/stillwater"
check 'the second start does not build' "$(builds)" -eq 1
check 'the second start says nothing' -z "$err"

mkdir "$box/elsewhere"
ln -s "$p/stillwater" "$box/elsewhere/one"
ln -sf one "$box/elsewhere/two"
cd "$box/elsewhere" || exit 1
start ./two x
check 'starts through links to links' "$(after_jar)" = 'x|'

start env STILLWATER_OPTS='-Xmx1g -Da=*' "$p/stillwater"
check 'options are added' "$(contains "$out" '-Xmx1g
-Da=*
-jar')" = yes

sleep 0.05
: >"$p/src/main/New.java"
start "$p/stillwater"
check 'a new source is built' "$(builds)" -eq 2
sleep 0.05
rm "$p/src/main/New.java"
start "$p/stillwater"
check 'a removed source is built' "$(builds)" -eq 3

fresh
"$p/stillwater" >/dev/null 2>&1 &
"$p/stillwater" >/dev/null 2>&1 &
start "$p/stillwater"
wait
check 'simultaneous first starts build once' "$(builds)" -eq 1
check 'and leave no lock' ! -L "$p/target/.building"

fresh
mkdir -p "$p/target/lib"
echo half >"$p/target/stillwater.jar"
sh -c 'ln -s $$ "$0"' "$p/target/.building"
"$p/stillwater" >/dev/null 2>&1 &
start "$p/stillwater"
wait
check 'what a killed build left is built again, once' "$(builds)" -eq 1

fresh
printf '#!/bin/sh\necho boom\nexit 1\n' >"$box/bin/mvn"
start "$p/stillwater"
check 'a failed build ends with 3' "$status" -eq 3
check 'and shows the end of its log' "$(contains "$err" boom)" = yes
check 'and prints no result' -z "$out"

fresh
rm "$box/bin/mvn"
mkdir "$box/tools"
for tool in sh dirname basename find head date mkdir ln rm readlink cat; do
  ln -sf "$(command -v $tool)" "$box/tools/$tool"
done
start env PATH="$box/tools" "$p/stillwater"
check 'without Maven it ends with 3' "$status" -eq 3
check 'and says so' "$(contains "$err" Maven)" = yes

fresh
sed 's/^needed=.*/needed=999/' "$launcher" >"$p/stillwater"
start "$p/stillwater"
check 'without a JDK it ends with 3' "$status" -eq 3
check 'and says what is missing' "$(contains "$err" 'a JDK of version 999')" = yes
check 'and prints nothing else' -z "$out"

fresh
export STILLWATER_AOT=on
printf '#!/bin/sh\n' >"$box/bin/sleep"
chmod +x "$box/bin/sleep"
start "$p/stillwater"
check 'the first start has no cache' "$(contains "$out" AOTCache)" = no
for _ in 1 2 3 4 5 6 7 8 9 10; do
  [ -d "$p/target/.making-cache" ] && /bin/sleep 0.2
done
start "$p/stillwater"
check 'a later start has one' "$(contains "$out" AOTCache)" = yes
echo other >"$p/target/stillwater.jar"
start "$p/stillwater"
check 'a changed jar does not use the old one' "$(contains "$out" AOTCache)" = no
for _ in 1 2 3 4 5 6 7 8 9 10; do
  [ -d "$p/target/.making-cache" ] && /bin/sleep 0.2
done
echo 'not a cache' >"$(echo "$p"/target/window-*.aot)"
start "$p/stillwater"
check 'and gets its own' "$(contains "$out" AOTCache)" = yes
start "$p/stillwater" review some.json
check 'a command has a cache of its own' "$(contains "$out" AOTCache)" = no
for _ in 1 2 3 4 5 6 7 8 9 10; do
  [ -d "$p/target/.making-cache" ] && /bin/sleep 0.2
done
start "$p/stillwater" review some.json
check 'which it then uses' "$(contains "$out" command-)" = yes

fresh
export STILLWATER_AOT=off
start "$p/stillwater"
check 'the window is compiled hard' "$(contains "$out" TieredStopAtLevel)" = no
start "$p/stillwater" review some.json
check 'a command on a small design is not' "$(contains "$out" TieredStopAtLevel=1)" = yes
head -c 300000 /dev/zero >"$box/large.json"
start "$p/stillwater" review "$box/large.json"
check 'a command on a large design is' "$(contains "$out" TieredStopAtLevel)" = no
start "$p/stillwater" "$box/large.json"
check 'and so is the window with a design' "$(contains "$out" TieredStopAtLevel)" = no

[ "$failures" -eq 0 ] && echo "launcher: all well"
exit "$((failures > 0))"
