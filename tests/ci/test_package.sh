#!/bin/bash
# test_package.sh MKCV: the Debian package and the archive, built twice in different folders: equal bytes, right
# dependencies, and programs that run from an empty folder with nothing else around.
set -u
root=$(realpath ..)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset LD_LIBRARY_PATH SOURCE_DATE_EPOCH
fail() { echo "FAILED: $*"; exit 1; }

"$root/script/package" --deb "$work/one" --tar "$work/one" >"$work/said" 2>&1 || fail "$(cat "$work/said")"
(umask 077 && cd / && MKCV_PACKAGE_BUILD=$work/elsewhere TZ=Asia/Tokyo "$root/script/package" --deb "$work/two" \
    --tar "$work/two") >"$work/said" 2>&1 || fail "$(cat "$work/said")"
[ "$(ls "$work/one" | wc -l)" -eq 2 ] || fail "not two files: $(ls "$work/one")"
for file in "$work"/one/*; do
    cmp "$file" "$work/two/${file##*/}" || fail "other bytes in ${file##*/}"
done

# the package
deb=$(echo "$work"/one/mkcv_*.deb)
depends=$(dpkg-deb -f "$deb" Depends)
for library in libc6 libhpdf-2.3.0 libharfbuzz0b libharfbuzz-subset0 libpng16-16; do
    [[ $depends == *"$library (>= "* ]] || fail "does not depend on $library: $depends"
done
[[ $depends == *-dev* ]] && fail "depends on what is for building: $depends"
mkdir "$work/deb"
dpkg-deb -x "$deb" "$work/deb" || fail "dpkg-deb -x"
dpkg-deb -c "$deb" | grep -qv ' root/root ' && fail "files that are not root's"
# what the program loads directly belongs to what it depends on
for library in $(objdump -p "$work/deb/usr/bin/mkcv" | awk '$1 == "NEEDED" {print $2}'); do
    file=$(basename "$(ldconfig -p | awk -v l="$library" '$1 == l {print $NF; exit}' | xargs realpath)")
    owner=$(dpkg -S "*/lib/*/$file" | cut -d : -f 1 | grep -v -e -dev | head -n 1)
    [ -n "$owner" ] || fail "nobody's: $library"
    [[ $depends == *"$owner"* ]] || fail "$library is of $owner: $depends"
done
for file in share/man/man1/mkcv.1 share/bash-completion/completions/mkcv share/zsh/vendor-completions/_mkcv \
    share/fish/vendor_completions.d/mkcv.fish share/doc/mkcv/copyright; do
    [ -s "$work/deb/usr/$file" ] || fail "$file is missing in the package"
done

# the archive: moved anywhere, all libraries but libc's from beside the program
mkdir "$work/a place"
tar -xf "$work"/one/mkcv-*.tar.gz -C "$work/a place" --strip-components 1 || fail "tar"
tree=$work/"a place"
env -i LD_TRACE_LOADED_OBJECTS=1 "$tree/bin/mkcv" >"$work/loaded"
grep -q 'lib/mkcv/libhpdf' "$work/loaded" || fail "its own libraries are not used: $(cat "$work/loaded")"
grep -E '=> not found|=> /(usr/)?lib' "$work/loaded" | grep -vE '^\s*lib(c|m)\.so' && fail "libraries of the system"
ls "$tree/lib/mkcv" | grep -qE '^(libc|libm|ld)' && fail "libc in the archive"

# both write what the built program writes
for program in "$work/deb/usr/bin/mkcv" "$tree/bin/mkcv"; do
    env -i "$program" -q -o "$work/cv.pdf" "$root/content" || fail "$program"
    "$1" -q -o "$work/expected.pdf" "$root/content"
    cmp "$work/cv.pdf" "$work/expected.pdf" || fail "$program writes other bytes"
done

# completions
share=$work/deb/usr/share
zsh -n "$share/zsh/vendor-completions/_mkcv" || fail "zsh"
fish -n "$share/fish/vendor_completions.d/mkcv.fish" || fail "fish"
complete_bash() { # WORDS...: what the last one can become
    PATH=$work/deb/usr/bin:$PATH bash -c 'source "$1"; shift; COMP_WORDS=(mkcv "$@"); COMP_CWORD=$#; _mkcv; echo "${COMPREPLY[*]}"' \
        - "$share/bash-completion/completions/mkcv" "$@"
}
expect() { [ "$1" = "$2" ] || fail "completes to '$1', not '$2'"; }
cd "$work/deb" || exit 1
expect "$(complete_bash --to p)" pdf
expect "$(complete_bash --deps= --ver)" "--verbose --version"
expect "$(complete_bash check --sta)" --stale
expect "$(complete_bash explain --sta)" ""
expect "$(complete_bash exp)" explain
expect "$(complete_bash --style comp)" compact
expect "$(complete_bash --diagnostics g)" github
cd "$root" || exit 1
expect "$(PATH=$work/deb/usr/bin:$PATH fish -N -c "source $share/fish/vendor_completions.d/mkcv.fish; complete -C 'mkcv --to p'" | cut -f 1)" pdf
exit 0
