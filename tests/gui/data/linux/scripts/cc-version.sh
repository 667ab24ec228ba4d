#!/bin/sh
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Any compiler will do: what it is called, and a version.
echo "GCC 120345"
