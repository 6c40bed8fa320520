# Hyphenation patterns, compiled from Debian's dictionaries into hyphen/TAG. A language is a row: its BCP 47 tag, its
# dictionary in /usr/share/hyphen, the package that has it, and their licence as the package states it. The sources of
# mkcv are MIT; a program that carries patterns under the GPL is distributed under the GPL. MKCV_GPL_PATTERNS=OFF leaves
# those languages out.
option(MKCV_GPL_PATTERNS "embed the hyphenation patterns that are under the GPL alone" ON)
set(HYPHEN_LANGUAGES
    "af|hyph_af_ZA.dic|hyphen-af|LGPL-2.1+"
    "be|hyph_be_BY.dic|hyphen-be|CC-BY-SA-4.0 or LGPL-3"
    "bg|hyph_bg_BG.dic|hyphen-bg|GPL-2"
    "ca|hyph_ca_ES.dic|hyphen-ca|LGPL-3+ or GPL-3+"
    "cs|hyph_cs_CZ.dic|hyphen-cs|GPL-2"
    "da|hyph_da_DK.dic|hyphen-da|LGPL"
    "de|hyph_de_DE.dic|hyphen-de|LGPL-2+"
    "el|hyph_el_GR.dic|hyphen-el|LGPL"
    "en|hyph_en_US.dic|hyphen-en-us|BSD-style"
    "en-GB|hyph_en_GB.dic|hyphen-en-gb|BSD-style"
    "es|hyph_es_ES.dic|hyphen-es|GPL-3+ or LGPL-3+ or MPL-1.1+"
    "fr|hyph_fr.dic|hyphen-fr|LGPL-2.1+"
    "gl|hyph_gl_ES.dic|hyphen-gl|GPL"
    "hr|hyph_hr_HR.dic|hyphen-hr|LGPL"
    "hu|hyph_hu_HU.dic|hyphen-hu|GPL-3+ or LGPL-3+ or MPL-2.0+"
    "is|hyph_is_IS.dic|hyphen-is|CC-BY-4.0"
    "it|hyph_it_IT.dic|hyphen-it|LGPL"
    "lt|hyph_lt_LT.dic|hyphen-lt|LPPL-1.3"
    "lv|hyph_lv_LV.dic|hyphen-lv|LGPL-2.1+"
    "mn|hyph_mn_MN.dic|hyphen-mn|LPPL"
    "nb|hyph_nb_NO.dic|hyphen-no|GPL-2"
    "nl|hyph_nl_NL.dic|hyphen-nl|BSD-2-clause or CC-BY-3.0"
    "pl|hyph_pl_PL.dic|hyphen-pl|LGPL-2.1+"
    "pt|hyph_pt_PT.dic|hyphen-pt-pt|GPL-2"
    "pt-BR|hyph_pt_BR.dic|hyphen-pt-br|LGPL-3 or MPL"
    "ro|hyph_ro_RO.dic|hyphen-ro|GPL-2"
    "ru|hyph_ru_RU.dic|hyphen-ru|LPPL-1.2+"
    "sk|hyph_sk_SK.dic|hyphen-sk|GPL-2 or LGPL-2.1 or MPL-1.1"
    "sl|hyph_sl_SI.dic|hyphen-sl|GPL or LGPL"
    "sr|hyph_sr_RS.dic|hyphen-sr|GPL-2+ or LGPL-2.1 or MPL-1.1"
    "sr-Latn|hyph_sr-Latn_RS.dic|hyphen-sr|GPL-2+ or LGPL-2.1 or MPL-1.1"
    "sv|hyph_sv_SE.dic|hyphen-sv|MPL or LGPL-3+"
    "uk|hyph_uk_UA.dic|hyphen-uk|GPL-2+"
    "zu|hyph_zu_ZA.dic|hyphen-zu|LGPL-2.1")

add_executable(hyphen_compile ${CMAKE_SOURCE_DIR}/src/layout/tool/hyphen_compile.c ${CMAKE_SOURCE_DIR}/src/base/arena.c)
target_include_directories(hyphen_compile PRIVATE ${CMAKE_SOURCE_DIR}/include)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/hyphen)

set(HYPHEN_OUTPUTS "")
foreach(row ${HYPHEN_LANGUAGES})
  string(REPLACE "|" ";" row "${row}")
  list(GET row 0 tag)
  list(GET row 1 dictionary)
  list(GET row 2 package)
  list(GET row 3 licence)
  if(licence MATCHES "^GPL(-2\\+?)?$" AND NOT MKCV_GPL_PATTERNS)
    continue()
  endif()
  set(input /usr/share/hyphen/${dictionary})
  set(output ${CMAKE_BINARY_DIR}/hyphen/${tag})
  if(NOT EXISTS ${input})
    message(FATAL_ERROR "the hyphenation dictionary ${input} is missing: install the Debian package ${package}")
  endif()
  add_custom_command(OUTPUT ${output} COMMAND hyphen_compile ${input} ${output} DEPENDS hyphen_compile ${input}
                     COMMENT "Hyphenation patterns: ${tag}" VERBATIM)
  list(APPEND HYPHEN_OUTPUTS ${output})
  list(APPEND HYPHEN_DICTIONARIES ${tag} ${input}) # for the tests
  mkcv_embed(hyphen/${tag} ${output})
endforeach()
add_custom_target(hyphen_patterns DEPENDS ${HYPHEN_OUTPUTS})
cmake_language(DEFER CALL add_dependencies libmkcv hyphen_patterns)
