# `cpack -G DEB`: trialcalc (the program) and libtrialcalc-dev (the library, its headers, its CMake package).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME trialcalc)
set(CPACK_PACKAGE_CONTACT "trialcalc developers <trialcalc@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "check the numbers printed in clinical-trial reports")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME trialcalc)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION science)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"Recomputes risk ratios, intervals and P values from the counts of a report,
says which method prints the published number, and gives each printed number
a verdict that allows for rounding.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libtrialcalc-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"The program's statistics and checks as a C++ library:
a static library with its headers and its CMake package: exact and asymptotic
tests and intervals for two proportions, and rounding-aware checks of printed
numbers.")

# What Debian asks of each package: its changes and its copyright, under the package's own name.
set(changelog ${CMAKE_CURRENT_BINARY_DIR}/documents/changelog)
add_custom_command(
  OUTPUT ${changelog}.gz
  COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_CURRENT_SOURCE_DIR}/cmake/debian/changelog ${changelog}
  COMMAND gzip -9nf ${changelog}
  DEPENDS cmake/debian/changelog
  VERBATIM)
add_custom_target(trialcalc_changelog ALL DEPENDS ${changelog}.gz)
foreach(pair program:trialcalc development:libtrialcalc-dev)
  string(REPLACE ":" ";" pair ${pair})
  list(GET pair 0 component)
  list(GET pair 1 package)
  install(FILES ${changelog}.gz cmake/debian/copyright
          DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component})
endforeach()
include(CPack)
