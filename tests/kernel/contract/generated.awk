# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

BEGIN { print "int generated(void);\nint generated(void)\n{\n\treturn 3;\n}" }
