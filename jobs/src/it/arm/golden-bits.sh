#!/usr/bin/env bash
# Trains the pinned trials on an emulated 64-bit ARM and compares their bits, with vectors of 128 bits (neon) and with scalable
# ones of 512 bits (sve). On Debian, after `mvn -q -DskipTests package`; downloads 110 MB into jobs/target/arm, installs nothing.
#   jobs/src/it/arm/golden-bits.sh [neon | sve]
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
place=$project/jobs/target/arm
root=$place/root # what an ARM machine would have in /
packages=(openjdk-17-jre-headless libc6 libgcc-s1 libstdc++6 zlib1g libjpeg62-turbo liblcms2-2 libfreetype6 libharfbuzz0b)

# This machine's sources of packages, but with an index and a cache of their own.
arm() {
  apt-get -qq -o APT::Architecture=arm64 -o APT::Architectures=arm64 -o APT::Sandbox::User=root -o Dir::State::status=/dev/null \
    -o Dir::State::lists="$place/lists" -o Dir::Cache="$place/cache" "$@"
}

download() {
  mkdir -p "$place/lists/partial" "$place/cache/archives/partial" "$place/packages"
  cd "$place/packages"
  arm update
  arm download "${packages[@]}"
  apt-get -qq -o APT::Sandbox::User=root download qemu-user-static
  for package in *_arm64.deb; do dpkg -x "$package" "$root.new"; done
  dpkg -x qemu-user-static_*.deb "$place/qemu"
  mv "$root.new" "$root"
}

# The name that Surefire expects of a Java. Java's helper for starting programs would be run without the emulator.
java_of() { # PROCESSOR
  mkdir -p "$place/$1/bin"
  printf '#!/bin/sh\nexec "%s" -L "%s" -cpu "%s" "%s" -Djdk.lang.Process.launchMechanism=VFORK "$@"\n' \
    "$place/qemu/usr/bin/qemu-aarch64-static" "$root" "$1" "$root/usr/lib/jvm/java-17-openjdk-arm64/bin/java" >"$place/$1/bin/java"
  chmod +x "$place/$1/bin/java"
}

compare() { # NAME PROCESSOR BITS
  local seconds=$SECONDS
  java_of "$2"
  if ! "$place/$2/bin/java" -XX:+PrintFlagsFinal -version 2>/dev/null | grep "MaxVectorSize *= $(($3 / 8)) " >/dev/null; then
    echo "golden-bits.sh: on $2 Java does not choose vectors of $3 bits" >&2 && exit 1
  fi
  mvn -q -o -f "$project/pom.xml" -pl jobs surefire:test@default-test -Djvm="$place/$2/bin/java" -DforkCount=1 \
    -Dsurefire.reportNameSuffix="$1" -Dmost.bits="$3" -Dtest='TrialRunTest#threeEpochsArePinnedBitForBit,KernelChoiceTest'
  echo "$1: the same bits, after $((SECONDS - seconds)) s"
}

[ -d "$root" ] || (download)
case ${1:-both} in
  neon) compare neon cortex-a72 128 ;;
  sve) compare sve max 512 ;;
  both) compare neon cortex-a72 128 && compare sve max 512 ;;
  *) echo "golden-bits.sh: $1 is neither neon nor sve" >&2 && exit 2 ;;
esac
