# Writes OUTPUT: the text of each of FILES as a function in NAMESPACE that HEADER declares.
include(${CMAKE_CURRENT_LIST_DIR}/literal.cmake)

file(WRITE ${OUTPUT} "#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n")
foreach(path IN LISTS FILES)
  get_filename_component(name ${path} NAME)
  string(MAKE_C_IDENTIFIER ${name} function)
  file(APPEND ${OUTPUT} "\nstd::string_view ${function}() {\nreturn\n")
  write_literal(${path})
  file(APPEND ${OUTPUT} ";\n}\n")
endforeach()
file(APPEND ${OUTPUT} "\n}  // namespace ${NAMESPACE}\n")
