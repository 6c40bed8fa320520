# line_break.inc: the Line_Break property and the general category of every character, a row of MKCV_LINE_BREAK(from, to,
# class, category) a range, from Debian's unicode-data.
set(LINE_BREAK_DATA /usr/share/unicode/LineBreak.txt)
if(NOT EXISTS ${LINE_BREAK_DATA})
  message(FATAL_ERROR "${LINE_BREAK_DATA} is missing: install the Debian package unicode-data")
endif()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${LINE_BREAK_DATA})
file(READ ${LINE_BREAK_DATA} rows)
string(REPLACE "L&" "LC" rows "${rows}")
string(REGEX REPLACE "\n([0-9A-F]+)(;[A-Z])" "\n\\1..\\1\\2" rows "${rows}")
string(REGEX REPLACE "\n([0-9A-F]+)\\.\\.([0-9A-F]+);([A-Z0-9]+) +# ([A-Z][A-Za-z])[^\n]*"
                     "\nMKCV_LINE_BREAK(0x\\1, 0x\\2, \\3, \\4)" rows "${rows}")
string(REGEX REPLACE "(^|\n)#[^\n]*" "" rows "${rows}")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/tables/line_break.inc CONTENT "${rows}\n" @ONLY)
