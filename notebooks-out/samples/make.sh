#!/usr/bin/env bash
# Makes the sample reports anew: runs the experiments on MNIST, which lies in $ROTE_DATA/mnist, and keeps their pages, and the
# notebooks of two. Finished runs are kept in the folder that the first argument names, so that it can be continued.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
: "${ROTE_DATA:?must name the folder that holds mnist/train-images-idx3-ubyte.gz}"
runs=${1:?name a folder for the runs}
pages=(true-vs-random corruption-levels input-corruption patterns-first memorisation double-descent minima-quality
  digit-recogniser hidden-layers three-trainings first-epoch find-96 what-96-owes)
notebooks=(true-vs-random memorisation)
for name in "${pages[@]}"; do
  ./rote run "experiments/$name.yaml" --set data.dataset=mnist --data "$ROTE_DATA/mnist" --out "$runs/$name"
  mkdir -p "notebooks-out/samples/$name"
  cp "$runs/$name/report.html" "notebooks-out/samples/$name/"
done
for name in "${notebooks[@]}"; do
  cp "$runs/$name/report.ipynb" "notebooks-out/samples/$name/"
done
du -sh notebooks-out/samples
