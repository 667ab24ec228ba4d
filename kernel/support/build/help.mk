# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

.PHONY: help
help:
	@sed '/^#/d' $(CONFIG_UK_BASE)/support/build/help.txt
