# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
#
# Shared by quickstart and run-tests: says what happens, installs Debian packages, builds a preset.
# Sourced by bash; expects `top` to be the root of the checkout.

say() { printf '\n\033[1m==> %s\033[0m\n' "$*"; }

die() {
    printf '\n%s: %s\n' "$(basename "$0")" "$1" >&2
    [ $# -lt 2 ] || printf '  What to do: %s\n' "$2" >&2
    exit 1
}

# The packages named in the given list files.
packages_in() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@"; }

# Installs what is missing from the given list files; does nothing, offline, when nothing is.
install_packages() {
    local missing=() package as_root=()
    for package in $(packages_in "$@"); do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
            missing+=("$package")
    done
    if [ ${#missing[@]} -eq 0 ]; then
        say "All packages are installed"
        return
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null ||
            die "installing packages needs root, and there is no sudo" \
                "run as root:  apt-get install --no-install-recommends ${missing[*]}"
        as_root=(sudo)
    fi
    command -v apt-get >/dev/null ||
        die "this script sets up Debian 12, and there is no apt-get here" \
            "install the counterparts of these by hand: ${missing[*]}"
    "${as_root[@]}" apt-get update ||
        die "the package lists could not be updated" "check the network and /etc/apt/sources.list"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "${missing[@]}" ||
        die "some packages could not be installed" \
            "read apt's message above; on a distribution other than Debian 12 names may differ"
}

# Configures and builds a CMake preset (dev, release, engine, asan, fuzz) in build/PRESET.
build_preset() {
    local preset=$1 first=()
    shift
    # Half the time of a first build; a folder that was configured by hand stays as it is. Optimised
    # builds go without: GCC 12 warns of its own headers (stringop-overflow) when they come so.
    case $preset in
    dev | asan | fuzz)
        [ -e "$top/build/$preset/CMakeCache.txt" ] || first=(-DKILN_PRECOMPILED_HEADERS=ON)
        ;;
    esac
    say "Building Kiln (preset $preset, in build/$preset)"
    (cd "$top" && cmake --preset "$preset" ${first[@]+"${first[@]}"} "$@" && cmake --build --preset "$preset") ||
        die "the build failed" \
            "read the first error above; a half-made build folder is mended by: rm -rf build/$preset"
}
