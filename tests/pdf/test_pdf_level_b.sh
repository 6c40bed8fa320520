#!/bin/bash
# test_pdf_level_b.sh MKCV: what level b of PDF/A wants, as another program sees it. Preflight knows part 1 alone: the
# file is called one, and what that part wants and part 2 does not, a set of each font's glyphs (CIDSet), is let pass.
. pdf/lib.sh
export LC_ALL=C
java=/usr/share/java
export CLASSPATH=$java/preflight.jar:$java/pdfbox2.jar:$java/fontbox2.jar:$java/xmpbox.jar:$java/commons-logging.jar
CLASSPATH+=:$java/commons-io.jar:$java/javax.activation.jar:$java/jaxb-api.jar

call_part_1() { # FILE
    sed -i 's/<pdfaid:part>2</<pdfaid:part>1</; s/<pdfaid:conformance>A</<pdfaid:conformance>B</' "$1"
}

make classic.pdf --date 2024-05-09
make sidebar.pdf --style sidebar
make truetype.pdf --set font.family=Vollkorn
"$mkcv" -q "$tools/../../content" -o example.pdf
for file in classic sidebar truetype example; do call_part_1 $file.pdf; done
sed 's/<xmp:CreateDate>2/<xmp:CreateDate>3/' classic.pdf >late.pdf # a file that is not well

java "$tools/LevelB.java" ./*.pdf >said.txt 2>said.err || { fail "no verdict"; cat said.err; }
grep -c CIDSet said.txt >/dev/null || fail "preflight does not look at fonts"
grep -v -e 'CIDSet entry is missing' -e '^\./late\.pdf' said.txt && fail "preflight complains"
grep '^\./late\.pdf' said.txt | grep -qv CIDSet || fail "preflight finds nothing where the dates differ"
exit $failed
