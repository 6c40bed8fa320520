#!/bin/bash
# test_pdf_determinism.sh MKCV: the same content gives the same bytes, whatever the time, zone, locale and place.
. pdf/lib.sh

make one.pdf
sleep 1.1
mkdir elsewhere
(cd elsewhere && TZ=Pacific/Kiritimati LC_ALL=C HOME=/nonexistent make ../two.pdf) || failed=1
(TZ=America/St_Johns LC_ALL=C.UTF-8 LANG=de_DE.UTF-8 make three.pdf) || failed=1
cp -r "$site" copy
"$mkcv" -q copy -o four.pdf 2>/dev/null
"$mkcv" -q "$site" -o - >five.pdf 2>/dev/null
for other in two three four five; do
    cmp one.pdf $other.pdf || fail "$other.pdf differs"
done

# dates: none, or the one that is given, in UTC
SOURCE_DATE_EPOCH=1715212800 make epoch.pdf # 2024-05-09T00:00:00Z
SOURCE_DATE_EPOCH=1715299199 TZ=Pacific/Kiritimati make late.pdf # one second before the next day
make option.pdf --date 2024-05-09
SOURCE_DATE_EPOCH=1 make both.pdf --date 2024-05-09
for other in late option both; do
    cmp epoch.pdf $other.pdf || fail "$other.pdf has another date"
done
for key in CreationDate ModDate; do
    LC_ALL=C grep -aqF "/$key (D:20240509000000Z)" epoch.pdf || fail "no $key"
    LC_ALL=C grep -aq "/$key" one.pdf && fail "$key without a date"
done
cmp -s one.pdf epoch.pdf && fail "the date makes no difference"

# the identifier is made of the content
id() { LC_ALL=C grep -ao '/ID \[ <[0-9A-F]*> <[0-9A-F]*> \]' "$1"; }
[ -n "$(id one.pdf)" ] || fail "no identifier"
[ "$(id one.pdf)" != "$(id epoch.pdf)" ] || fail "other content, same identifier"
make named.pdf --name "Zoë Åström"
[ "$(id one.pdf)" != "$(id named.pdf)" ] || fail "other name, same identifier"
exit $failed
