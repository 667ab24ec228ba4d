# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later

# How the plugin is built, for the Qt Creator that host.cmake has found. Only what names a class of Qt
# Creator is in this folder.

# kiln_qtcreator_version(TARGET): tells its sources the version of Qt Creator that they are for.
function(kiln_qtcreator_version target)
  string(REPLACE "." ";" numbers ${KILN_QTC_VERSION}.0.0)
  list(GET numbers 0 major)
  list(GET numbers 1 minor)
  list(GET numbers 2 patch)
  math(EXPR number "10000 * ${major} + 100 * ${minor} + ${patch}")
  target_compile_definitions(${target} PRIVATE KILN_QTC_VERSION=${number} QT_NO_CAST_TO_ASCII
    QT_RESTRICTED_CAST_FROM_ASCII)
endfunction()

# kiln_qtcreator_sources(TARGET): gives it the plugin's sources, to be compiled as Qt Creator itself
# is: its headers count on that.
function(kiln_qtcreator_sources target)
  set(source_dir ${CMAKE_CURRENT_FUNCTION_LIST_DIR})
  string(REGEX MATCH "^[0-9]+\\.[0-9]+\\.[0-9]+" KILN_PLUGIN_VERSION ${PROJECT_VERSION})
  configure_file(${source_dir}/Kiln.json.in ${CMAKE_CURRENT_BINARY_DIR}/metadata/Kiln.json @ONLY)
  file(GLOB sources CONFIGURE_DEPENDS ${source_dir}/*.cpp ${source_dir}/*.h)
  target_sources(${target} PRIVATE ${sources})
  set_target_properties(${target} PROPERTIES AUTOMOC ON CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON)
  kiln_qtcreator_version(${target})
  target_include_directories(${target} PRIVATE ${source_dir} ${CMAKE_CURRENT_BINARY_DIR}/metadata)
endfunction()

# kiln_add_qtcreator_plugin(TARGET FOLDER): a libKiln.so in FOLDER. Sets KILN_SYNTAX_FILES, the
# definitions of languages that are in it.
function(kiln_add_qtcreator_plugin target folder)
  set(source_dir ${CMAKE_CURRENT_FUNCTION_LIST_DIR})
  add_library(${target} MODULE)
  kiln_qtcreator_sources(${target})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME Kiln LIBRARY_OUTPUT_DIRECTORY ${folder}
    INSTALL_RPATH "$ORIGIN;$ORIGIN/..")
  target_link_libraries(${target} PRIVATE Kiln::widgets QtCreator::Core QtCreator::TextEditor
    QtCreator::ProjectExplorer QtCreator::CppEditor QtCreator::Debugger QtCreator::ExtensionSystem
    QtCreator::Utils kiln_warnings)
  # Qt Creator and its other plugins have symbols of their own; none of ours may meet them.
  target_link_options(${target} PRIVATE -Wl,--exclude-libs,ALL -Wl,--no-undefined)

  # Wizards are in the plugin.
  qt_add_resources(${target} ${target}_wizards PREFIX /kiln BASE ${source_dir}
    FILES ${source_dir}/wizards/application/wizard.json ${source_dir}/wizards/library/wizard.json)

  # So is the colouring of the languages that Qt Creator does not know. It has its own for make,
  # which other projects keep: of the files that Kiln's own definition is for, the ones of Unikraft
  # are left.
  set(syntax_source ${PROJECT_SOURCE_DIR}/resources/syntax)
  set(syntax_dir ${CMAKE_CURRENT_BINARY_DIR}/syntax)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${syntax_source}/makefile-uk.xml)
  file(READ ${syntax_source}/makefile-uk.xml makefile_syntax)
  if(NOT makefile_syntax MATCHES "extensions=\"([^\"]+)\"")
    message(FATAL_ERROR "${syntax_source}/makefile-uk.xml does not say which files it is for. Give "
      "its element language the attribute extensions.")
  endif()
  set(patterns ${CMAKE_MATCH_1})
  list(FILTER patterns INCLUDE REGEX "\\.uk(\\.|$)")
  string(REGEX REPLACE "extensions=\"[^\"]+\"" "extensions=\"${patterns}\"" makefile_syntax
    "${makefile_syntax}")
  file(WRITE ${syntax_dir}/makefile-uk.xml.new "${makefile_syntax}")
  configure_file(${syntax_dir}/makefile-uk.xml.new ${syntax_dir}/makefile-uk.xml COPYONLY)
  foreach(name config-uk dot-config)
    configure_file(${syntax_source}/${name}.xml ${syntax_dir}/${name}.xml COPYONLY)
  endforeach()
  set(syntax_files ${syntax_dir}/config-uk.xml ${syntax_dir}/makefile-uk.xml
    ${syntax_dir}/dot-config.xml)
  set(KILN_SYNTAX_FILES ${syntax_files} PARENT_SCOPE)
  qt_add_resources(${target} ${target}_highlighting PREFIX /org.kde.syntax-highlighting/syntax-addons
    BASE ${syntax_dir} FILES ${syntax_files})

  # Texts of the views, and the plural forms of English.
  find_package(Qt6 6.4 REQUIRED COMPONENTS LinguistTools)
  file(GLOB ts_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/translations/*.ts)
  qt_add_lrelease(${target} TS_FILES ${ts_files} QM_FILES_OUTPUT_VARIABLE qm_files)
  qt_add_resources(${target} ${target}_translations PREFIX /kiln/translations
    BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${qm_files})
endfunction()
