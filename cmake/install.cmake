# What `cmake --install` puts where: program, library, headers, CMake package, manual pages, completions.
include(CMakePackageConfigHelpers)

# Manual pages and completions come from the program itself, so that they say what --help says. Debian wants
# the pages compressed, and reproducibly so.
set(documents ${CMAKE_CURRENT_BINARY_DIR}/documents)
set(pages ${documents}/man)
set(completions ${documents}/trialcalc.bash ${documents}/trialcalc.zsh ${documents}/trialcalc.fish)
add_custom_command(
  OUTPUT ${documents}/stamp ${completions}
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${pages}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${pages}
  COMMAND trialcalc_program manual --directory ${pages}
  COMMAND gzip -9nr ${pages}
  COMMAND trialcalc_program completion bash --output ${documents}/trialcalc.bash
  COMMAND trialcalc_program completion zsh --output ${documents}/trialcalc.zsh
  COMMAND trialcalc_program completion fish --output ${documents}/trialcalc.fish
  COMMAND ${CMAKE_COMMAND} -E touch ${documents}/stamp
  DEPENDS trialcalc_program
  VERBATIM)
add_custom_target(trialcalc_documents ALL DEPENDS ${documents}/stamp)

install(TARGETS trialcalc_program RUNTIME COMPONENT program)
install(DIRECTORY ${pages}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${documents}/trialcalc.bash COMPONENT program
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME trialcalc)
install(FILES ${documents}/trialcalc.zsh COMPONENT program
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _trialcalc)
install(FILES ${documents}/trialcalc.fish COMPONENT program
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

install(TARGETS trialcalc EXPORT trialcalc ARCHIVE COMPONENT development LIBRARY COMPONENT development)
install(DIRECTORY include/trialcalc DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/trialcalc)
install(EXPORT trialcalc NAMESPACE trialcalc:: DESTINATION ${package_folder} COMPONENT development)
configure_package_config_file(cmake/trialcalc-config.cmake.in ${documents}/trialcalc-config.cmake
                              INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${documents}/trialcalc-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${documents}/trialcalc-config.cmake ${documents}/trialcalc-config-version.cmake
        DESTINATION ${package_folder} COMPONENT development)
