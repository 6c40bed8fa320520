#!/bin/sh
# refresh.sh [OPTIONS]: makes the CV of the homepage in this repository again, and commits it when it changed. For CI of
# a homepage: GitHub (action.yml), GitLab (ci/gitlab.yml), pre-commit (.pre-commit-hooks.yaml). POSIX sh, Debian 12.
#
#   --site FOLDER      the homepage (.)
#   --style NAME|FILE  how it looks (what mkcv.yaml says, else classic)
#   --formats LIST     of pdf, tex, html, md, txt, bib and json, with blanks or commas (pdf)
#   --output NAME      where to, without the ending: cv gives cv.pdf (cv)
#   --strict           warnings fail too
#   --commit           commits the CV when it changed
#   --push             and pushes the commit
#   --deb FILE|URL     the package of mkcv to install; else mkcv is taken from PATH, else built from the source that this
#                      script is of, and kept in --cache FOLDER ($XDG_CACHE_HOME/mkcv, ~/.cache/mkcv)
#
# Nothing is changed before everything is made: a page with an error fails the run, says where, and leaves the old CV.
# The CV has the date that mkcv.yaml gives it, or none: one of the commit or the clock would change it each time.
set -eu
unset SOURCE_DATE_EPOCH

site=. style= formats=pdf output=cv strict= commit= push= deb=
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/mkcv
here=$(cd "$(dirname "$0")/.." && pwd)

fail() { # STATUS TEXT
    echo "refresh: $2" >&2
    exit "$1"
}

while [ $# -gt 0 ]; do
    case $1 in
    --strict) strict=--strict ;;
    --commit) commit=1 ;;
    --push) commit=1 push=1 ;;
    --site | --style | --formats | --output | --deb | --cache)
        [ $# -ge 2 ] || fail 2 "a value is missing after '$1'"
        case $1 in
        --site) site=$2 ;;
        --style) style=$2 ;;
        --formats) formats=$2 ;;
        --output) output=$2 ;;
        --deb) deb=$2 ;;
        --cache) cache=$2 cache_named=1 ;;
        esac
        shift
        ;;
    *) fail 2 "unknown option '$1'" ;;
    esac
    shift
done
formats=$(echo "$formats" | tr ',' ' ')
for format in $formats; do
    case $format in
    pdf | tex | html | md | txt | bib | json) ;;
    *) fail 2 "unknown format '$format': it is pdf, tex, html, md, txt, bib or json" ;;
    esac
done
[ -n "$formats" ] || fail 2 "no format"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

install_deb() {
    case $deb in
    *://*)
        command -v curl >/dev/null || apt-get -q -y install --no-install-recommends curl ca-certificates >&2
        curl -fsSL -o "$work/mkcv.deb" "$deb"
        ;;
    *) cp "$deb" "$work/mkcv.deb" ;;
    esac
    chmod 755 "$work" # apt reads as a user of its own
    apt-get -q -y install --no-install-recommends "$work/mkcv.deb" >&2
}

# The program for exactly these sources: made once, then taken from the cache with its libraries.
build() {
    sum=$(cd "$here" && find CMakeLists.txt src include styles fonts script -type f -exec sha256sum {} + |
        LC_ALL=C sort | sha256sum | cut -c 1-16)
    mkcv=$cache/mkcv-$sum/bin/mkcv
    [ -x "$mkcv" ] && return
    "$here/script/setup" >&2
    "$here/script/package" --tar "$work/package" >&2
    rm -rf "$cache"/mkcv-???????????????? # older ones
    mkdir -p "$cache/mkcv-$sum"
    tar -xf "$work"/package/*.tar.gz -C "$cache/mkcv-$sum" --strip-components 1
}

mkcv=${MKCV-}
if [ -n "$deb" ]; then
    [ "$(id -u)" -eq 0 ] && apt-get -q update >&2
    install_deb
    mkcv=$(command -v mkcv)
elif [ -z "$mkcv" ]; then
    # packages are installed for a build on a machine of CI, or where a cache is named: not behind a person's back
    if ! mkcv=$(command -v mkcv); then
        [ -n "${CI-}${cache_named-}" ] || fail 4 "mkcv is not installed; see its README, or name a --cache to build it"
        build
    fi
fi

diagnostics=short
[ "${GITHUB_ACTIONS-}" = true ] && diagnostics=github

# All formats, beside the old files; the first that fails ends it.
for format in $formats; do
    set -- --diagnostics "$diagnostics" --to "$format" -o "$work/cv.$format"
    [ -n "$style" ] && set -- "$@" --style "$style"
    [ -n "$strict" ] && set -- "$@" "$strict"
    status=0
    "$mkcv" "$@" "$site" >"$work/said" 2>&1 || status=$?
    if [ $status -ne 0 ]; then
        cat "$work/said"
        fail $status "the CV was not made; the old one stays"
    fi
done
cat "$work/said" # every format is told the same

changed=
for format in $formats; do
    cmp -s "$work/cv.$format" "$output.$format" && continue
    changed="$changed $format"
    mkdir -p "$(dirname "$output")"
    cp "$work/cv.$format" "$output.$format"
    echo "refresh: $output.$format is new"
done
[ -z "$changed" ] && echo "refresh: the CV is as it was"
[ -n "$commit" ] || exit 0

# The checkout of a container may belong to another user. What else is staged stays out of the commit.
git() { command git -c safe.directory='*' "$@"; }
set --
for format in $formats; do
    git add --intent-to-add -f -- "$output.$format"
    set -- "$@" "$output.$format"
done
if git diff --quiet HEAD -- "$@"; then # not committed even where an earlier run left the file
    echo "refresh: nothing to commit"
    exit 0
fi
name=$(git config user.name || true)
email=$(git config user.email || true)
git -c user.name="${name:-mkcv}" -c user.email="${email:-mkcv@localhost}" commit -q -m "Refresh the CV" -- "$@"
[ -z "$push" ] || git push -q ${CI_COMMIT_BRANCH:+-o ci.skip} origin "HEAD${CI_COMMIT_BRANCH:+:$CI_COMMIT_BRANCH}"
