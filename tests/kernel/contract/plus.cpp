// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

extern "C" int plus()
{
    return IN_CXX;
}
