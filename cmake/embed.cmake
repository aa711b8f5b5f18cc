# embed_data(TARGET DIR): compiles DIR/trials/*.json, DIR/trial.schema.json and DIR/selftest.csv into TARGET as
# string data.
function(embed_data target dir)
  file(GLOB files CONFIGURE_DEPENDS ${dir}/trials/*.json)
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded_data.cpp)
  add_custom_command(
    OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${generated} "-DFILES=${files}" -DSCHEMA=${dir}/trial.schema.json
            -DEXAMPLES=${dir}/selftest.csv -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/write_embedded.cmake
    DEPENDS ${files} ${dir}/trial.schema.json ${dir}/selftest.csv
            ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/write_embedded.cmake
            ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/literal.cmake
    VERBATIM)
  # -Wpedantic warns of literals longer than every compiler must take.
  set_source_files_properties(${generated} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  target_sources(${target} PRIVATE ${generated})
endfunction()

# embed_assets(TARGET HEADER NAMESPACE FILE...): compiles each FILE into TARGET as the function of its name, page_css()
# for page.css, which HEADER declares.
function(embed_assets target header namespace)
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded_assets.cpp)
  add_custom_command(
    OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${generated} -DHEADER=${header} -DNAMESPACE=${namespace} "-DFILES=${ARGN}"
            -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/write_assets.cmake
    DEPENDS ${ARGN} ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/write_assets.cmake
            ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/literal.cmake
    VERBATIM)
  set_source_files_properties(${generated} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  target_sources(${target} PRIVATE ${generated})
endfunction()
