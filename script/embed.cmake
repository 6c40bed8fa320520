# Files built into the program: embedded.S includes their bytes, embedded.c lists them. See include/mkcv/embedded.h.
set(MKCV_EMBED_ASM "")
set(MKCV_EMBED_EXTERN "")
set(MKCV_EMBED_ROWS "")
set(MKCV_EMBED_FILES "")
set(MKCV_EMBED_COUNT 0)

# mkcv_embed(NAME FILE): FILE (which a build rule may make) is found as NAME.
macro(mkcv_embed name file)
  set(s "mkcv_embed_${MKCV_EMBED_COUNT}")
  string(APPEND MKCV_EMBED_ASM
         ".balign 16\n.globl ${s}, ${s}_end\n.hidden ${s}, ${s}_end\n${s}: .incbin \"${file}\"\n${s}_end: .byte 0\n")
  string(APPEND MKCV_EMBED_EXTERN "extern const unsigned char ${s}[], ${s}_end[];\n")
  string(APPEND MKCV_EMBED_ROWS "    {\"${name}\", ${s}, ${s}_end},\n")
  list(APPEND MKCV_EMBED_FILES ${file})
  math(EXPR MKCV_EMBED_COUNT "${MKCV_EMBED_COUNT} + 1")
endmacro()

file(GLOB style_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/styles/*.yaml)
foreach(file ${style_files})
  get_filename_component(base ${file} NAME)
  mkcv_embed(styles/${base} ${file})
endforeach()
file(GLOB font_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/fonts/*.yaml)
foreach(file ${font_files})
  get_filename_component(base ${file} NAME)
  mkcv_embed(fonts/${base} ${file})
endforeach()
set(sRGB_file /usr/share/color/icc/sRGB.icc)
if(NOT EXISTS ${sRGB_file})
  message(FATAL_ERROR "${sRGB_file} is missing: install the Debian package icc-profiles-free")
endif()
mkcv_embed(color/sRGB.icc ${sRGB_file})
include(${CMAKE_SOURCE_DIR}/script/embed_fonts.cmake OPTIONAL)
include(${CMAKE_SOURCE_DIR}/script/embed_hyphen.cmake OPTIONAL)

file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded.S CONTENT
     ".section .rodata\n@MKCV_EMBED_ASM@.section .note.GNU-stack,\"\",%progbits\n" @ONLY)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded.c CONTENT
     "#include \"mkcv/embedded.h\"\n@MKCV_EMBED_EXTERN@\nconst struct mkcv_embedded mkcv_embedded_files[] = {\n@MKCV_EMBED_ROWS@    {0, 0, 0},\n};\n" @ONLY)
set_source_files_properties(${CMAKE_BINARY_DIR}/embedded.S PROPERTIES OBJECT_DEPENDS "${MKCV_EMBED_FILES}")
