#!/bin/bash
# test_pdf_lines.sh MKCV: justified lines beside those that pdfTeX with microtype made of the same texts, as recorded.
. pdf/lib.sh

python3 "$tools/../bench/lines.py" "$mkcv" --recorded >lines.txt || { cat lines.txt; fail "lines are worse than TeX's"; }
exit $failed
