# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors

# Warnings, sanitizers and coverage: for building this project, never for its users.
add_library(rapport_development INTERFACE)
if(MSVC)
  target_compile_options(rapport_development INTERFACE /W4 /utf-8)
else()
  target_compile_options(rapport_development INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wundef -Wvla -Wwrite-strings -Wformat=2
    -Wstrict-prototypes -Wmissing-prototypes)
endif()
if(RAPPORT_SANITIZE)
  target_compile_options(rapport_development INTERFACE
    -fsanitize=${RAPPORT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(rapport_development INTERFACE -fsanitize=${RAPPORT_SANITIZE})
endif()
if(RAPPORT_COVERAGE)
  target_compile_options(rapport_development INTERFACE --coverage)
  target_link_options(rapport_development INTERFACE --coverage)
endif()
