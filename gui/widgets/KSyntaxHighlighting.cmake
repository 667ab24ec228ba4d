# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Defines Kiln::syntax, KSyntaxHighlighting for Qt 6: KDE Frameworks 6, or a prefix that the user
# names (KSYNTAXHIGHLIGHTING_LIBRARY, KSYNTAXHIGHLIGHTING_INCLUDE_DIR), or the copy for Qt 6 that Qt
# Creator brings, with the headers of KDE Frameworks 5: Debian 12 has no package of its own for it.
add_library(kiln_syntax INTERFACE)
add_library(Kiln::syntax ALIAS kiln_syntax)
find_package(KF6SyntaxHighlighting QUIET)
if(KF6SyntaxHighlighting_FOUND AND NOT KSYNTAXHIGHLIGHTING_LIBRARY)
  target_link_libraries(kiln_syntax INTERFACE KF6::SyntaxHighlighting)
else()
  find_path(KSYNTAXHIGHLIGHTING_INCLUDE_DIR KSyntaxHighlighting/AbstractHighlighter REQUIRED
    PATH_SUFFIXES KF6/KSyntaxHighlighting KF5/KSyntaxHighlighting
    DOC "Headers of KSyntaxHighlighting (libkf5syntaxhighlighting-dev)")
  find_library(KSYNTAXHIGHLIGHTING_LIBRARY REQUIRED
    NAMES KF6SyntaxHighlighting libKSyntaxHighlighting.so.9 KSyntaxHighlighting
    PATH_SUFFIXES qtcreator
    DOC "KSyntaxHighlighting built for Qt 6 (KDE Frameworks 6, or the package qtcreator)")
  target_include_directories(kiln_syntax SYSTEM INTERFACE ${KSYNTAXHIGHLIGHTING_INCLUDE_DIR}
    ${KSYNTAXHIGHLIGHTING_INCLUDE_DIR}/KSyntaxHighlighting)
  target_link_libraries(kiln_syntax INTERFACE ${KSYNTAXHIGHLIGHTING_LIBRARY})
endif()
