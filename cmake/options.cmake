# Flags for our own code only, never for what an installed package exports.
add_library(trialcalc_flags INTERFACE)
target_compile_options(trialcalc_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# Designated initialisers leave members to their defaults on purpose.
target_compile_options(trialcalc_flags INTERFACE -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(trialcalc_flags INTERFACE -Wno-restrict)  # false alarms of GCC 12 (PR 105651)
endif()
if(TRIALCALC_DEVELOPER)
  target_compile_options(trialcalc_flags INTERFACE -Werror)
endif()

if(TRIALCALC_SANITIZE)
  add_compile_options(-fsanitize=${TRIALCALC_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${TRIALCALC_SANITIZE})
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
else()
  add_compile_options(-fstack-protector-strong -U_FORTIFY_SOURCE $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
endif()
