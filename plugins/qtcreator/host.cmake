# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Looks for the Qt Creator that the plugin is built for. Sets KILN_QTC_VERSION, KILN_QTC_PLUGIN_DIR and
# KILN_QTC_DATA_DIR (both relative to the installation prefix), and makes sure of the targets
# QtCreator::Core and so on, for the folder that includes this; without a Qt Creator to build for,
# KILN_QTC_VERSION is empty and the reason has been told.
set(QTC_SOURCE_DIR "" CACHE PATH
  "Sources of the very version of Qt Creator that is installed: its headers are used where a distribution has no development package")
option(QTC_UNTRIED "Build the plugin for a version of Qt Creator that came after it, too" OFF)
set(KILN_QTC_VERSION "")

# From the first to before the end of what the plugin knows of; 17.0.82 is what 18.0.0 beta calls
# itself. It was compiled for the ones that are listed, for 15 and 17 with headers that were made
# after their libraries; where in between things have changed is inferred.
set(KILN_QTC_FIRST 9.0.0)
set(KILN_QTC_END 17.0.82)
set(KILN_QTC_COMPILED 9 13 15 16 17)

# What is told once though several folders include this.
function(kiln_qtc_tell)
  string(CONCAT text ${ARGN})
  get_property(told GLOBAL PROPERTY KILN_QTC_TOLD)
  if(NOT text IN_LIST told)
    message(STATUS "Plugin for Qt Creator${text}")
    set_property(GLOBAL APPEND PROPERTY KILN_QTC_TOLD "${text}")
  endif()
endfunction()

# kiln_qtc_branding(VARIABLE FOLDER): the version of a source tree, empty where it is none.
function(kiln_qtc_branding variable folder)
  set(file ${folder}/cmake/QtCreatorIDEBranding.cmake)
  set(${variable} "" PARENT_SCOPE)
  if(EXISTS ${file})
    file(STRINGS ${file} branding REGEX "^set\\(IDE_VERSION ")
    if("${branding}" MATCHES "\"([0-9.]+)\"")
      set(${variable} ${CMAKE_MATCH_1} PARENT_SCOPE)
    endif()
  endif()
endfunction()

# kiln_qtc_include_dirs(VARIABLE FOLDER): where the headers of a source tree are.
function(kiln_qtc_include_dirs variable folder)
  set(${variable} ${folder}/src/libs ${folder}/src/libs/3rdparty ${folder}/src/plugins
    ${folder}/src/libs/utils/mimetypes2 PARENT_SCOPE)
endfunction()

# kiln_qtc_accept(VARIABLE VERSION): whether the plugin is built for it; tells why not.
function(kiln_qtc_accept variable version)
  set(${variable} ON PARENT_SCOPE)
  string(REGEX MATCH "^[0-9]+" major ${version})
  list(JOIN KILN_QTC_COMPILED ", " compiled)
  if(version VERSION_LESS KILN_QTC_FIRST)
    set(${variable} OFF PARENT_SCOPE)
    kiln_qtc_tell(": not built, version ${version} is too old (${KILN_QTC_FIRST} is the first)")
  elseif(version VERSION_GREATER_EQUAL KILN_QTC_END AND NOT QTC_UNTRIED)
    set(${variable} OFF PARENT_SCOPE)
    kiln_qtc_tell(": not built, version ${version} came after it (17 is the last that it knows of). "
      "Give -DQTC_UNTRIED=ON to try it")
  elseif(version VERSION_GREATER_EQUAL KILN_QTC_END)
    message(WARNING "Qt Creator ${version}: the plugin knows versions up to 17. Where it does not "
      "compile, leave -DQTC_UNTRIED=ON out.")
  elseif(NOT major IN_LIST KILN_QTC_COMPILED)
    kiln_qtc_tell(": it was never compiled for version ${version} (but for ${compiled}). Where that "
      "fails, give -DCMAKE_DISABLE_FIND_PACKAGE_QtCreator=ON and no QTC_SOURCE_DIR to go without it")
  endif()
endfunction()

if(NOT QTC_SOURCE_DIR)
  find_package(QtCreator QUIET)
  if(NOT QtCreator_FOUND AND QtCreator_CONSIDERED_CONFIGS)
    kiln_qtc_tell(": not built, its CMake package ${QtCreator_CONSIDERED_CONFIGS} can't be used. "
      "${QtCreator_NOT_FOUND_MESSAGE}")
    return()
  endif()
  if(NOT QtCreator_FOUND)
    kiln_qtc_tell(": not built. Give -DQTC_SOURCE_DIR=, a source tree of the installed version, or "
      "install Qt Creator's development package")
    return()
  endif()
  # The package has no file of its version that CMake reads by itself; it sets this.
  if(NOT IDE_VERSION OR NOT IDE_PLUGIN_PATH)
    message(FATAL_ERROR "${QtCreator_DIR}: Qt Creator's CMake package does not set IDE_VERSION and "
      "IDE_PLUGIN_PATH. Install its development package again, or give -DQTC_SOURCE_DIR=.")
  endif()
  kiln_qtc_accept(is_accepted ${IDE_VERSION})
  if(is_accepted)
    set(KILN_QTC_VERSION ${IDE_VERSION})
    set(KILN_QTC_PLUGIN_DIR ${IDE_PLUGIN_PATH})
    set(KILN_QTC_DATA_DIR ${IDE_DATA_PATH})
    kiln_qtc_tell(" ${KILN_QTC_VERSION}: from its CMake package in ${QtCreator_DIR}")
  endif()
  return()
endif()

# Headers from a source tree, libraries from the installed program. Nothing of the tree is built.
kiln_qtc_branding(headers_version ${QTC_SOURCE_DIR})
if(NOT headers_version)
  message(FATAL_ERROR "QTC_SOURCE_DIR=${QTC_SOURCE_DIR} is no source tree of Qt Creator: "
    "cmake/QtCreatorIDEBranding.cmake does not tell a version. Name the folder that has src/plugins.")
endif()
kiln_qtc_accept(is_accepted ${headers_version})
if(NOT is_accepted)
  return()
endif()
string(REGEX MATCH "^[0-9]+" major ${headers_version})
find_library(KILN_QTC_UTILS NAMES Utils libUtils.so.${major} NO_CACHE
  PATH_SUFFIXES qtcreator x86_64-linux-gnu/qtcreator aarch64-linux-gnu/qtcreator)
if(NOT KILN_QTC_UTILS)
  message(FATAL_ERROR "Qt Creator's libraries (libUtils.so.${major}) were not found. Install the "
    "package qtcreator, or leave QTC_SOURCE_DIR empty to go without the plugin.")
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
file(RELATIVE_PATH KILN_QTC_PLUGIN_DIR /usr ${library_dir}/plugins)
set(KILN_QTC_DATA_DIR share/qtcreator)

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network Concurrent)

# kiln_qtc_library(NAME FILE): what is installed, with the include path of the sources.
function(kiln_qtc_library name file)
  if(NOT EXISTS ${file})
    message(FATAL_ERROR "${file} is not there, but the plugin needs it. Install all of qtcreator.")
  endif()
  add_library(QtCreator::${name} SHARED IMPORTED)
  set_target_properties(QtCreator::${name} PROPERTIES IMPORTED_LOCATION ${file})
  kiln_qtc_include_dirs(include_dirs ${QTC_SOURCE_DIR})
  target_include_directories(QtCreator::${name} SYSTEM INTERFACE ${include_dirs})
  target_link_libraries(QtCreator::${name} INTERFACE Qt6::Widgets Qt6::Network Qt6::Concurrent)
endfunction()
foreach(name Utils Aggregation ExtensionSystem CPlusPlus)
  kiln_qtc_library(${name} ${library_dir}/lib${name}.so.${major})
endforeach()
foreach(name Core TextEditor ProjectExplorer CppEditor Debugger)
  kiln_qtc_library(${name} ${library_dir}/plugins/lib${name}.so)
endforeach()
kiln_qtc_tell(" ${KILN_QTC_VERSION}: headers from QTC_SOURCE_DIR, libraries from ${library_dir}")
