#!/bin/sh
# Installs what heji needs, if anything is missing. Usage: install-deps.sh [build|test|lint]
#   build  compiler, make and the libraries (default)
#   test   also cmocka and a JSON Schema validator
#   lint   also the checkers of `make lint`
# Debian and Ubuntu (apt-get), Fedora, openEuler, Kylin and their relatives (dnf, yum).
set -eu
level=${1:-build}

has_command() { command -v "$1" >/dev/null 2>&1; }

has_unistring() {
    echo '#include <uniwidth.h>' | cc -E - >/dev/null 2>&1
}

has_jsonschema() {
    python3 -c 'import jsonschema' 2>/dev/null || /usr/bin/python3 -c 'import jsonschema' 2>/dev/null
}

is_complete() {
    for tool in cc make pkg-config; do
        has_command "$tool" || return 1
    done
    pkg-config --exists libxml-2.0 libzip libdeflate libpcre2-8 libcjson nettle gmp \
        libseccomp || return 1
    has_unistring || return 1
    [ "$level" = build ] && return 0
    pkg-config --exists cmocka && has_jsonschema || return 1
    [ "$level" = test ] && return 0
    for tool in clang clang-format clang-tidy cppcheck shellcheck mandoc; do
        has_command "$tool" || return 1
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif has_command sudo; then
        sudo "$@"
    else
        echo "install-deps: needs root or sudo to install packages" >&2
        exit 1
    fi
}

apt_packages() {
    echo gcc libc6-dev make pkg-config libxml2-dev libzip-dev libdeflate-dev \
        libpcre2-dev libcjson-dev nettle-dev libgmp-dev libunistring-dev libseccomp-dev
    [ "$level" = build ] || echo libcmocka-dev python3 python3-jsonschema
    [ "$level" != lint ] || echo clang clang-format clang-tidy cppcheck shellcheck mandoc
}

dnf_packages() {
    echo gcc glibc-devel make pkgconf-pkg-config libxml2-devel libzip-devel libdeflate-devel \
        pcre2-devel cjson-devel nettle-devel gmp-devel libunistring-devel libseccomp-devel
    [ "$level" = build ] || echo libcmocka-devel python3 python3-jsonschema
    [ "$level" != lint ] || echo clang clang-tools-extra cppcheck ShellCheck mandoc
}

install_apt() {
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get update -qq
    # shellcheck disable=SC2046 # a list of words
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends $(apt_packages)
}

install_dnf() {
    # shellcheck disable=SC2046 # a list of words
    as_root "$1" install -y -q $(dnf_packages)
}

is_complete && exit 0
echo "install-deps: installing what is missing ($level)" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if has_command apt-get; then
    install=install_apt
elif has_command dnf; then
    install='install_dnf dnf'
elif has_command yum; then
    install='install_dnf yum'
else
    echo "install-deps: neither apt-get nor dnf here; install these yourself:" >&2
    apt_packages >&2
    exit 1
fi
if ! $install >"$log" 2>&1 </dev/null || ! is_complete; then
    cat "$log" >&2
    echo "install-deps: not everything could be installed; see the lines above" >&2
    exit 1
fi
