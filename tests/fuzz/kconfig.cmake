# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# The harness has libFuzzer's entry point. In the ordinary build a small driver mutates the seeds a
# fixed number of times; with clang, -DKILN_LIBFUZZER=ON gives the real thing.
option(KILN_LIBFUZZER "Build the fuzzers with clang's libFuzzer" OFF)
if(KILN_LIBFUZZER)
  add_executable(kconfig_parse_fuzz ${CMAKE_CURRENT_LIST_DIR}/kconfig_parse_fuzz.cpp)
  target_compile_options(kconfig_parse_fuzz PRIVATE -fsanitize=fuzzer)
  target_link_options(kconfig_parse_fuzz PRIVATE -fsanitize=fuzzer)
else()
  add_executable(kconfig_parse_fuzz ${CMAKE_CURRENT_LIST_DIR}/kconfig_parse_fuzz.cpp
    ${CMAKE_CURRENT_LIST_DIR}/kconfig_fuzz_driver.cpp)
endif()
target_link_libraries(kconfig_parse_fuzz PRIVATE Kiln::kconfig kiln_warnings)
add_test(NAME kconfig.fuzz
  COMMAND kconfig_parse_fuzz -runs=3000 ${CMAKE_CURRENT_LIST_DIR}/kconfig_seeds)
set_tests_properties(kconfig.fuzz PROPERTIES LABELS "sanitize" TIMEOUT 120)
