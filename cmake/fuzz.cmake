# One fuzz target an outside format; libFuzzer of clang.
file(GLOB fuzz_sources CONFIGURE_DEPENDS fuzz/*.cpp)
foreach(source ${fuzz_sources})
  get_filename_component(name ${source} NAME_WE)
  add_executable(fuzz_${name} ${source} src/cli/embedded_packs.cpp src/cli/metadata.cpp)
  salname_include(fuzz_${name} cli)
  target_link_libraries(fuzz_${name} PRIVATE salname_publishing salname_chronicle salname_linking salname_journal salname_reading salname_documents salname_packs salname_embedded)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
endforeach()
