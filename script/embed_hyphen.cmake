# Hyphenation patterns, compiled from Debian's dictionaries into hyphen/TAG. A language is a row: its BCP 47 tag, its
# dictionary in /usr/share/hyphen, the package that has it. Licences of these four: en and en-GB BSD-style (TeX's own
# patterns), de LGPL-2+, fr LGPL-2.1+; all let a program whose source is open carry them.
set(HYPHEN_LANGUAGES
    "en|hyph_en_US.dic|hyphen-en-us"
    "en-GB|hyph_en_GB.dic|hyphen-en-gb"
    "de|hyph_de_DE.dic|hyphen-de"
    "fr|hyph_fr.dic|hyphen-fr")

add_executable(hyphen_compile ${CMAKE_SOURCE_DIR}/src/layout/tool/hyphen_compile.c ${CMAKE_SOURCE_DIR}/src/base/arena.c)
target_include_directories(hyphen_compile PRIVATE ${CMAKE_SOURCE_DIR}/include)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/hyphen)

set(HYPHEN_OUTPUTS "")
foreach(row ${HYPHEN_LANGUAGES})
  string(REPLACE "|" ";" row "${row}")
  list(GET row 0 tag)
  list(GET row 1 dictionary)
  list(GET row 2 package)
  set(input /usr/share/hyphen/${dictionary})
  set(output ${CMAKE_BINARY_DIR}/hyphen/${tag})
  if(NOT EXISTS ${input})
    message(FATAL_ERROR "the hyphenation dictionary ${input} is missing: install the Debian package ${package}")
  endif()
  add_custom_command(OUTPUT ${output} COMMAND hyphen_compile ${input} ${output} DEPENDS hyphen_compile ${input}
                     COMMENT "Hyphenation patterns: ${tag}" VERBATIM)
  list(APPEND HYPHEN_OUTPUTS ${output})
  mkcv_embed(hyphen/${tag} ${output})
endforeach()
add_custom_target(hyphen_patterns DEPENDS ${HYPHEN_OUTPUTS})
cmake_language(DEFER CALL add_dependencies libmkcv hyphen_patterns)
