// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <cstdint>
#include <string>

// Random inputs, and the comparison of two libraries' answers.

void seed(uint64_t value);
int failureCount();

/** A random number below `below`, which is not 0. */
uint64_t pick(uint64_t below);
/** 64 random bits. */
uint64_t bits();
/** Numbers of all magnitudes alike, with many ties and edges among them. */
double randomDouble();

/** Counts a failure and prints the first forty. */
void fail(const std::string &what, const std::string &got, const std::string &expected);

template <typename T>
void same(const std::string &what, T got, T expected)
{
    if (got != expected)
        fail(what, std::to_string(got), std::to_string(expected));
}

/** The text with what does not print as \\xNN. */
std::string escaped(const std::string &text);
/** A number as text, in all the forms that strtod() knows. */
std::string randomNumberText();

// One round each.
void testIntegers();
void testFloats();
void testTexts();
void testStrtol();
void testStrtod();
void testStrings();
void testScan();
void testTime();
void testSort();
void testOptions();
void testLongOptions();

// Once.
void testCharacters();
void testConsole();
void testEnvironment();
