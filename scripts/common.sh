# Sourced by setup, build and test: where things are, and which compiler makes the WebAssembly half.
# shellcheck shell=bash

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$repo"

# Tools that belong to Clientela but not to the repository. Each has its version in its folder's name, so that two
# checkouts with different versions never fight.
tools="${XDG_CACHE_HOME:-$HOME/.cache}/clientela-tools"

# Cargo takes a relative CARGO_TARGET_DIR from the current directory, which is $repo from here on.
target="${CARGO_TARGET_DIR:-target}"
[[ $target = /* ]] || target="$repo/$target"

wasm_triple=wasm32-unknown-unknown
# The toolchain that the fallback of scripts/setup links in rustup.
debian_toolchain=clientela-wasm

say() { printf '%s: %s\n' "$(basename "$0")" "$*"; }
die() { printf '%s: error: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# The generated JavaScript and the crate inside the wasm must be of the same version, to the last digit.
bindgen_version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock)
[[ -n $bindgen_version ]] || die "Cargo.lock does not name wasm-bindgen"
bindgen="$tools/wasm-bindgen-$bindgen_version/bin/wasm-bindgen"

# True when the given rustc has a standard library for WebAssembly.
has_wasm_std() { compgen -G "$("$@" --print target-libdir --target $wasm_triple 2>/dev/null)/libstd-*.rlib" >/dev/null; }
debian_rustc() { rustup run $debian_toolchain rustc "$@"; }

# Which compiler makes the WebAssembly half: `rustup` (the usual one) or `debian` (the fallback of scripts/setup).
# CLIENTELA_WASM_ROUTE=debian forces the second, to prove that it works.
wasm_route() {
    case "${CLIENTELA_WASM_ROUTE:-}" in
        rustup | debian) echo "$CLIENTELA_WASM_ROUTE" ;;
        "") if has_wasm_std rustc || ! has_wasm_std debian_rustc; then echo rustup; else echo debian; fi ;;
        *) die "CLIENTELA_WASM_ROUTE is '$CLIENTELA_WASM_ROUTE'; it can be 'rustup' or 'debian'" ;;
    esac
}

# wasm_cargo VERB PROFILE [ARGUMENT...]: cargo for the library half, by that compiler. The fallback has a target folder of
# its own: procedural macros must be built by the rustc that loads them.
wasm_cargo() {
    local verb=$1 profile=$2 flags
    shift 2
    flags=(--lib --target $wasm_triple --no-default-features --features hydrate --profile "$profile" --target-dir "$(wasm_target)" "$@")
    if [[ $(wasm_route) = debian ]]; then
        rustup run $debian_toolchain cargo "$verb" "${flags[@]}"
    else
        cargo "$verb" "${flags[@]}"
    fi
}
wasm_target() { if [[ $(wasm_route) = debian ]]; then echo "$target/wasm-debian"; else echo "$target"; fi; }
