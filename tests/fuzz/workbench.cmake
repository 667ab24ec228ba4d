# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later

if(KILN_GUI)
  kiln_add_fuzz_test(fuzz.log_parser log_parser_fuzz.cpp Kiln::workbench
    ${PROJECT_SOURCE_DIR}/tests/gui/data/logs)
  kiln_add_fuzz_test(fuzz.build_output build_output_fuzz.cpp Kiln::workbench
    ${PROJECT_SOURCE_DIR}/tests/gui/data/logs)
endif()
