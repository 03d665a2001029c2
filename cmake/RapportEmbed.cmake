# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors

# Writes text files into a C source:  cmake -P RapportEmbed.cmake <out.c> <file>...
# Bytes, not string literals: C11 promises no literal longer than 4095, and bytes carry UTF-8 through every compiler.
set(files "")
set(i 4)
while(i LESS CMAKE_ARGC)
  list(APPEND files "${CMAKE_ARGV${i}}")
  math(EXPR i "${i} + 1")
endwhile()

set(names "")
foreach(file IN LISTS files)
  cmake_path(GET file STEM LAST_ONLY name)
  list(APPEND names "${name}")
  set("file_of_${name}" "${file}")
endforeach()
list(SORT names) # by name, not by file name: '.' sorts behind '-'

set(index 0)
set(arrays "")
set(table "")
foreach(name IN LISTS names)
  file(READ "${file_of_${name}}" bytes HEX)
  string(LENGTH "${bytes}" length)
  math(EXPR length "${length} / 2")
  string(REPEAT "[0-9a-f]" 48 line)
  string(REGEX REPLACE "(${line})" "\\1\n    " bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "static const unsigned char text_${index}[] = {\n    ${bytes}0x00};\n\n")
  string(APPEND table "    {\"${name}\", (const char *)text_${index}, ${length}},\n")
  math(EXPR index "${index} + 1")
endforeach()

file(WRITE "${CMAKE_ARGV3}" "/* Made by the build from src/io/builtin; do not edit. */
#include \"io/builtin.h\"

${arrays}const rapport__builtin rapport__builtins[] = {
${table}    {0, 0, 0}};

const uint32_t rapport__builtin_count = ${index};
")
