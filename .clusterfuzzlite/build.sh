#!/bin/bash -eu
# Builds all targets for ClusterFuzzLite and OSS-Fuzz, with their seeds and the dictionary.
cd "$SRC/gbcheck"
GBCHECK_SEEDS="$PWD/fuzz/corpus" RUSTFLAGS="" cargo test -p gbcs-corpus --test fuzzing seeds
cargo fuzz build -O --debug-assertions
for target in $(cargo fuzz list); do
    cp "fuzz/target/x86_64-unknown-linux-gnu/release/$target" "$OUT/"
    cp fuzz/dictionary.txt "$OUT/$target.dict"
    zip -q -j -r "$OUT/${target}_seed_corpus.zip" "fuzz/corpus/$target"
    if [ -d "fuzz/regressions/$target" ]; then
        zip -q -j -r "$OUT/${target}_seed_corpus.zip" "fuzz/regressions/$target"
    fi
done
