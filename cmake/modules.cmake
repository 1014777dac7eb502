# A module is a folder src/<name>, a static library salname_<name> and an include path that holds only it.

function(salname_include target module)
  set(root ${CMAKE_BINARY_DIR}/include/${module})
  file(MAKE_DIRECTORY ${root})
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/src/${module} ${root}/${module} SYMBOLIC)
  target_include_directories(${target} PUBLIC ${root})
endfunction()

function(salname_module name)
  cmake_parse_arguments(PARSE_ARGV 1 module "" "" "SEES")
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  add_library(salname_${name} STATIC ${sources})
  salname_include(salname_${name} ${name})
  foreach(seen ${module_SEES})
    target_link_libraries(salname_${name} PUBLIC salname_${seen})
  endforeach()
endfunction()
