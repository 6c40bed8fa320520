# install.cmake - what `cmake --install` puts in place, and the Debian package. The archive that runs anywhere is made by
# script/package from the target `portable`: the same program, that looks for its libraries in ../lib/mkcv.
include(GNUInstallDirs)
set(completions ${CMAKE_BINARY_DIR}/completions)
set(completion_files)
foreach(shell_and_file bash=mkcv zsh=_mkcv fish=mkcv.fish)
  string(REPLACE "=" ";" pair ${shell_and_file})
  list(GET pair 0 shell)
  list(GET pair 1 file)
  add_custom_command(OUTPUT ${completions}/${file} DEPENDS mkcv VERBATIM
    COMMAND ${CMAKE_COMMAND} -E make_directory ${completions}
    COMMAND sh -c "\"$0\" --completion \"$1\" >\"$2\"" $<TARGET_FILE:mkcv> ${shell} ${completions}/${file})
  list(APPEND completion_files ${completions}/${file})
endforeach()
add_custom_target(completions ALL DEPENDS ${completion_files})

install(TARGETS mkcv)
install(FILES src/mkcv.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${completions}/mkcv DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completions}/_mkcv DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${completions}/mkcv.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# DT_RPATH, not DT_RUNPATH: it holds for the libraries of the libraries too.
add_executable(portable EXCLUDE_FROM_ALL $<TARGET_PROPERTY:mkcv,SOURCES>)
target_include_directories(portable PRIVATE src)
target_link_libraries(portable PRIVATE libmkcv)
target_link_options(portable PRIVATE ${MKCV_LTO} -Wl,--disable-new-dtags)
set_target_properties(portable PROPERTIES OUTPUT_NAME mkcv RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/portable/bin
                      BUILD_WITH_INSTALL_RPATH ON INSTALL_RPATH "$ORIGIN/../lib/mkcv")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mkcv)
set(CPACK_PACKAGE_CONTACT "the authors of mkcv <mkcv@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "typesets an academic's CV from their homepage")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "git, fonts-vollkorn, fonts-droid-fallback")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
include(CPack)
