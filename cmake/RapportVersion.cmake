# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors

# The version is written in include/rapport/version.h and nowhere else.
function(rapport_read_version header out)
  file(STRINGS "${header}" lines REGEX "^#define RAPPORT_VERSION_(MAJOR|MINOR|PATCH) [0-9]+$")
  list(TRANSFORM lines REPLACE "^.* ([0-9]+)$" "\\1")
  list(LENGTH lines count)
  if(NOT count EQUAL 3)
    message(FATAL_ERROR "Cannot read the version from ${header}")
  endif()
  list(JOIN lines "." version)
  set(${out} "${version}" PARENT_SCOPE)
endfunction()
