# packs/ compiled into one flat image, linked into the program read-only.

add_executable(salname_pack_image tools/pack_image.cpp)
target_link_libraries(salname_pack_image PRIVATE salname_packs)

file(GLOB_RECURSE pack_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/packs/*.toml ${CMAKE_SOURCE_DIR}/packs/*.tsv)
set(image ${CMAKE_BINARY_DIR}/packs.image)
add_custom_command(
  OUTPUT ${image}
  COMMAND salname_pack_image ${CMAKE_SOURCE_DIR}/packs ${image}
  DEPENDS salname_pack_image ${pack_files}
  COMMENT "Compiling packs"
  VERBATIM)

set(assembly ${CMAKE_BINARY_DIR}/packs_image.S)
file(CONFIGURE OUTPUT ${assembly} CONTENT [[
    .section .rodata
    .balign 64
    .globl salname_packs_begin
salname_packs_begin:
    .incbin "@image@"
    .globl salname_packs_end
salname_packs_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
]] @ONLY)
set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS ${image})
add_library(salname_embedded STATIC ${assembly})
set_target_properties(salname_embedded PROPERTIES LINKER_LANGUAGE CXX)
target_compile_options(salname_embedded PRIVATE -Wno-error)
