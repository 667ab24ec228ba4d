#!/bin/sh
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later
printf '[    0.000100] Info: [libukboot] <boot.c @   12> Calling main\r\n'
printf 'Hello fixture!\r\n'
exit 0
