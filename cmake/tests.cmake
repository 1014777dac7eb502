# Unit tests lie beside the code; scripts in tests/ run the program. Exit 77 of a script means "skipped".

find_package(GTest REQUIRED)
include(GoogleTest)
file(GLOB test_sources CONFIGURE_DEPENDS src/*/*_test.cpp)
if(test_sources)
  add_executable(salname_tests ${test_sources})
  target_link_libraries(salname_tests PRIVATE salname_publishing salname_chronicle salname_linking salname_journal salname_reading salname_documents salname_packs salname_embedded GTest::gtest_main)
  salname_include(salname_tests cli)
  target_sources(salname_tests PRIVATE src/cli/embedded_packs.cpp)
  target_compile_definitions(salname_tests PRIVATE SALNAME_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  gtest_discover_tests(salname_tests DISCOVERY_TIMEOUT 60)
endif()

# A small program that tests of the journal run and kill.
add_executable(salname_journal_program tests/programs/journal_program.cpp)
target_link_libraries(salname_journal_program PRIVATE salname_journal)

set(script_environment "SALNAME=$<TARGET_FILE:salname>;SALNAME_SOURCE=${CMAKE_SOURCE_DIR};SALNAME_JOURNAL=$<TARGET_FILE:salname_journal_program>;SALNAME_SHARED=${CMAKE_SOURCE_DIR}/../shared")
file(GLOB scripts CONFIGURE_DEPENDS tests/*.py)
foreach(script ${scripts})
  get_filename_component(name ${script} NAME_WE)
  add_test(NAME script.${name} COMMAND python3 ${script})
  set_tests_properties(script.${name} PROPERTIES ENVIRONMENT "${script_environment}" SKIP_RETURN_CODE 77 TIMEOUT 600)
endforeach()
add_test(NAME check.includes COMMAND python3 ${CMAKE_SOURCE_DIR}/tools/check_includes)
add_test(NAME check.sizes COMMAND python3 ${CMAKE_SOURCE_DIR}/tools/check_sizes)
