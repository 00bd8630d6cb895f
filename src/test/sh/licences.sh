#!/bin/bash
# licences.sh: writes the list of libraries and licences that the window shows, out of the poms, after a
# change of libraries. Needs the test classes: mvn test-compile.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
list=$(mktemp)
trap 'rm -f "$list"' EXIT
mvn -B -ntp -q dependency:build-classpath -Dmdep.outputFile="$list" -DincludeScope=runtime
java -cp "${CLASSES:-target/test-classes}" dev.stillwater.ui.LicenceList "$(cat "$list")" \
  src/main/resources/dev/stillwater/ui/licences.txt
