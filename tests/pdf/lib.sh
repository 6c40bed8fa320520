# lib.sh - sourced by the scripts here, which are called with mkcv's path from the folder tests/. Makes $work, cv.pdf of
# the site beside this file and flow.txt in it; counts failures.
set -u
mkcv=$(realpath "$1")
site=$PWD/pdf/site
tools=$PWD/pdf
styles=$PWD/styles
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset SOURCE_DATE_EPOCH
failed=0

fail() {
    echo "FAILED: $*"
    failed=1
}

# make FILE ARGUMENTS: a PDF of the site; the warnings about its content are expected (exit 0), nothing worse
make() {
    local file=$1
    shift
    "$mkcv" -q "$@" "$site" -o "$file" 2>"$work/err" || {
        fail "mkcv exits with $? on the site"
        sed 's/^/    /' "$work/err"
        exit 1
    }
}

# no page furniture: what is left is the text of the flow
bare=(--set footer.left= --set footer.center= --set footer.right=)

cd "$work" || exit 1
