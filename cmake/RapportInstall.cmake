# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(rapport_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/rapport")

install(TARGETS rapport EXPORT rapportTargets
  RUNTIME COMPONENT runtime
  LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
  ARCHIVE COMPONENT development
  FILE_SET HEADERS COMPONENT development)
install(EXPORT rapportTargets NAMESPACE rapport:: DESTINATION "${rapport_cmake_dir}" COMPONENT development)

configure_package_config_file(cmake/rapportConfig.cmake.in "${CMAKE_CURRENT_BINARY_DIR}/rapportConfig.cmake"
  INSTALL_DESTINATION "${rapport_cmake_dir}")
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/rapportConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/rapportConfig.cmake"
              "${CMAKE_CURRENT_BINARY_DIR}/rapportConfigVersion.cmake"
  DESTINATION "${rapport_cmake_dir}" COMPONENT development)

# The pkg-config file finds its prefix from where it lies, so that the tree can be moved.
file(RELATIVE_PATH RAPPORT_PC_PREFIX "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" RAPPORT_PC_PREFIX "${RAPPORT_PC_PREFIX}")
set(RAPPORT_PC_DEFINE "")
set(RAPPORT_PC_LIBS "")
if(NOT BUILD_SHARED_LIBS)
  set(RAPPORT_PC_DEFINE " -DRAPPORT_STATIC")
  set(RAPPORT_PC_LIBS " -lm")
endif()
configure_file(cmake/rapport.pc.in "${CMAKE_CURRENT_BINARY_DIR}/rapport.pc" @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/rapport.pc"
  DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT development)

if(TARGET rapport-cli)
  file(RELATIVE_PATH rapport_lib_from_bin "/${CMAKE_INSTALL_BINDIR}" "/${CMAKE_INSTALL_LIBDIR}")
  set_target_properties(rapport-cli PROPERTIES INSTALL_RPATH "$ORIGIN/${rapport_lib_from_bin}")
  install(TARGETS rapport-cli RUNTIME COMPONENT runtime)
endif()
