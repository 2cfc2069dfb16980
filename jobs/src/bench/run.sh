#!/usr/bin/env bash
# Compares Rote with the peers: installs what these need, builds Rote, and hands its own arguments to compare.py.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)

if [ -z "${ROTE_DATA:-}" ] || ! [ -f "$ROTE_DATA/mnist/train-images-idx3-ubyte.gz" ]; then
  echo "run.sh: ROTE_DATA must name the folder that holds mnist/train-images-idx3-ubyte.gz and MNIST's other files;" \
    "it is ${ROTE_DATA:-not set}" >&2
  exit 2
fi

missing=()
for package in python3-numpy python3-scipy python3-torch python3-sklearn libopenblas0-pthread; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  echo "run.sh: installing ${missing[*]}" >&2
  root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" apt-get update >&2
  "${root[@]}" apt-get install --yes --no-install-recommends "${missing[@]}" >&2
fi

"$here/../../../rote" --help >/dev/null # builds it where it is stale
exec /usr/bin/python3 "$here/compare.py" "$@"
