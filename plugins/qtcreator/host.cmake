# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Looks for the Qt Creator that the plugin is built for. Sets KILN_QTC_VERSION, KILN_QTC_COMPATIBLE,
# KILN_QTC_PLUGIN_DIR and KILN_QTC_DATA_DIR, and makes sure of the targets QtCreator::Core and so on;
# without a Qt Creator to build for, KILN_QTC_VERSION is empty and the reason has been told.
set(QTC_SOURCE_DIR "" CACHE PATH
  "Sources of the very version of Qt Creator that is installed: its headers are used where a distribution has no development package")
set(KILN_QTC_VERSION "")

if(NOT QTC_SOURCE_DIR)
  find_package(QtCreator QUIET)
  if(QtCreator_FOUND)
    if(QtCreator_VERSION VERSION_LESS 9 OR QtCreator_VERSION VERSION_GREATER_EQUAL 10)
      # From 10 on, sessions, steps and settings have other interfaces.
      message(STATUS "Plugin for Qt Creator: not built, version ${QtCreator_VERSION} is not "
        "supported (9 is)")
      return()
    endif()
    set(KILN_QTC_VERSION ${QtCreator_VERSION})
    set(KILN_QTC_COMPATIBLE ${IDE_VERSION_COMPAT})
    set(KILN_QTC_PLUGIN_DIR ${IDE_PLUGIN_PATH})
    set(KILN_QTC_DATA_DIR share/qtcreator)
    message(STATUS "Plugin for Qt Creator ${KILN_QTC_VERSION}: from its CMake package")
    return()
  endif()
  message(STATUS "Plugin for Qt Creator: not built. Give -DQTC_SOURCE_DIR=, a source tree of the "
    "installed version, or install Qt Creator's development package")
  return()
endif()

# Headers from a source tree, libraries from the installed program. Nothing of the tree is built.
find_library(KILN_QTC_UTILS NAMES Utils libUtils.so.9 NO_CACHE
  PATH_SUFFIXES qtcreator x86_64-linux-gnu/qtcreator aarch64-linux-gnu/qtcreator)
file(STRINGS ${QTC_SOURCE_DIR}/cmake/QtCreatorIDEBranding.cmake branding REGEX "^set\\(IDE_VERSION")
string(REGEX MATCH "IDE_VERSION +\"([0-9.]+)\"" found "${branding}")
set(headers_version "${CMAKE_MATCH_1}")
string(REGEX MATCH "IDE_VERSION_COMPAT +\"([0-9.]+)\"" found "${branding}")
set(KILN_QTC_COMPATIBLE "${CMAKE_MATCH_1}")
if(NOT headers_version)
  message(FATAL_ERROR "QTC_SOURCE_DIR=${QTC_SOURCE_DIR} is no source tree of Qt Creator: "
    "cmake/QtCreatorIDEBranding.cmake does not tell a version. Name the folder that has src/plugins.")
endif()
if(NOT KILN_QTC_UTILS)
  message(FATAL_ERROR "Qt Creator's libraries (libUtils.so.9) were not found. Install the package "
    "qtcreator, or leave QTC_SOURCE_DIR empty to go without the plugin.")
endif()
file(REAL_PATH ${KILN_QTC_UTILS} utils_path)
string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+$" installed_version "${utils_path}")
if(NOT installed_version STREQUAL headers_version)
  message(FATAL_ERROR "QTC_SOURCE_DIR has the headers of Qt Creator ${headers_version}, but "
    "${utils_path} is installed: a plugin built with them would not load. Give the sources of "
    "version ${installed_version}.")
endif()
set(KILN_QTC_VERSION ${headers_version})
get_filename_component(library_dir ${KILN_QTC_UTILS} DIRECTORY)
set(KILN_QTC_PLUGIN_DIR ${library_dir}/plugins)
set(KILN_QTC_DATA_DIR share/qtcreator)

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network Concurrent)

# kiln_qtc_library(NAME FILE): what is installed, with the include path of the sources.
function(kiln_qtc_library name file)
  if(NOT EXISTS ${file})
    message(FATAL_ERROR "${file} is not there, but the plugin needs it. Install all of qtcreator.")
  endif()
  add_library(QtCreator::${name} SHARED IMPORTED GLOBAL)
  set_target_properties(QtCreator::${name} PROPERTIES IMPORTED_LOCATION ${file})
  target_include_directories(QtCreator::${name} SYSTEM INTERFACE ${QTC_SOURCE_DIR}/src/libs
    ${QTC_SOURCE_DIR}/src/libs/3rdparty ${QTC_SOURCE_DIR}/src/plugins
    ${QTC_SOURCE_DIR}/src/libs/utils/mimetypes2)
  target_link_libraries(QtCreator::${name} INTERFACE Qt6::Widgets Qt6::Network Qt6::Concurrent)
endfunction()
foreach(name Utils Aggregation ExtensionSystem CPlusPlus)
  kiln_qtc_library(${name} ${library_dir}/lib${name}.so.9)
endforeach()
foreach(name Core TextEditor ProjectExplorer CppEditor Debugger)
  kiln_qtc_library(${name} ${KILN_QTC_PLUGIN_DIR}/lib${name}.so)
endforeach()
message(STATUS "Plugin for Qt Creator ${KILN_QTC_VERSION}: headers from QTC_SOURCE_DIR, libraries "
  "from ${library_dir}")
