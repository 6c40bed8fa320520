#!/bin/bash
# test_styles.sh MKCV: mkcv styles lists all, shows one as a file that looks the same, says who states each key; the schema
# takes all styles and refuses what mkcv refuses.
set -u
mkcv=$(realpath "$1")
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
fail() { echo "FAILED: $*"; failed=1; }

"$mkcv" --list-styles >names
"$mkcv" styles | sed 's/ .*//' | diff names - || fail "the lists differ"
"$mkcv" styles | grep -qvE '^[a-z]+ +[^ ].{20,}' && fail "a style without a description"
while read -r name; do
    "$mkcv" styles "$name" >"$name.yaml" || fail "$name: exit $?"
    for style in "$name" "./$name.yaml"; do
        "$mkcv" -q -s "$style" --dump pages -o "$(basename "$style").pages" "$here/golden/scholar" || fail "$style: exit $?"
    done
    cmp "$name.pages" "$name.yaml.pages" || fail "$name: shown, it is another"
done <names
line() { grep "^$1:" | sed 's/  *# /|/'; } # VALUE|COMMENT of a key
[[ $("$mkcv" styles timeline | line font.size) == 'font.size: 10pt|length; own, default 10.5pt; '* ]] || fail "own"
[[ $("$mkcv" styles timeline | line section.rule) == 'section.rule: none|none|above|below; inherited from modern, default below; '* ]] || fail "inherited"
[[ $("$mkcv" styles timeline | line sidebar.gap) == 'sidebar.gap: 24pt|length; default; '* ]] || fail "default"
[[ $("$mkcv" styles timeline --set font.size=12pt | line font.size) == 'font.size: 12pt|length; by --set, default 10.5pt; '* ]] || fail "set"

"$mkcv" styles clasic >out 2>err
[ $? -eq 2 ] && grep -q "did you mean 'classic'" err && [ ! -s out ] || fail "an unknown style: $(cat err)"
printf 'inherit: classic\nfont: {size: wide}\n' >bad.yaml
"$mkcv" styles ./bad.yaml >out 2>err
[ $? -eq 1 ] && grep -q '^./bad.yaml:2:' err && grep -q '^font.size: 10.5pt' out || fail "a style with a mistake: $(cat err)"
"$mkcv" styles classic compact >out 2>&1
[ $? -eq 2 ] || fail "two styles"
"$mkcv" styles --schema classic >out 2>&1
[ $? -eq 2 ] || fail "a schema of a style"

echo "$mkcv" >mkcv
"$mkcv" styles --schema >schema.json || fail "no schema"
python3 - "$here" "$work" <<'P' || fail "schema"
import glob, json, subprocess, sys
import jsonschema, yaml
here, work = sys.argv[1:]
schema = json.load(open("schema.json"))
jsonschema.Draft202012Validator.check_schema(schema)
check = jsonschema.Draft202012Validator(schema)
bad, MKCV = 0, open("mkcv").read().strip()
files = glob.glob(here + "/../styles/*.yaml") + glob.glob(work + "/[!b]*.yaml") + [here + "/../content/mkcv.yaml"]
for f in files:
    try: text = open(f, encoding="utf-8").read()
    except FileNotFoundError: continue
    for e in check.iter_errors(yaml.safe_load(text)): print(f, e.json_path, e.message); bad = 1
if len(files) < 18: sys.exit("too few styles")
good = ["page.margin: 2cm", "page: {margin: {left: 2cm}}", "look.name: {bold: yes}", "look.name.size: 20pt", "titles: {awards: Prizes}",
        "pages: 2", "fit: {size: 8pt}", "fit: yes", "date: {format: iso}", "date: 2024-05-01", "only: [work, Awards]", "only: work", "page.size: 210mm x 297mm"]
wrong = ["font: {siez: 9pt}", "font: {size: 9}", "font.size: wide", "colour: {ink: '#000'}", "color: {ink: black}", "pages: none", "fit: {sise: 8pt}",
         "section: {rule: beside}", "look: {nmae: {bold: yes}}", "look.name.weight: 700", "titles: [a]", "text: {hyphenate: perhaps}",
         "page: {margin: {inner: 2cm}}", "biography: half"]
for text in good + wrong:
    with open("one.yaml", "w") as f: f.write(text + "\n")
    taken = check.is_valid(yaml.load(text, yaml.BaseLoader if "date: 2024" in text else yaml.SafeLoader))
    word = subprocess.run(["bash", "-c", 'mkdir -p s; cp one.yaml s/mkcv.yaml; printf -- "---\\ntitle: A\\n---\\n# Ada Moss\\n\\n## Awards\\n- Prize, 2001\\n" >s/index.md; "$0" -q -o x.pdf s', MKCV], capture_output=True).returncode
    if taken != (text in good): print("the schema", "takes" if taken else "refuses", text); bad = 1
    if (word == 0) != (text in good): print("mkcv", "takes" if word == 0 else "refuses", text); bad = 1
sys.exit(bad)
P
exit $failed
