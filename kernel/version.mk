# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# The upstream interface this tree offers. Libraries test these numbers.
UK_VERSION := 0
UK_SUBVERSION := 17
UK_EXTRAVERSION := 0
UK_CODENAME := Kiln
UK_FULLVERSION := $(UK_VERSION).$(UK_SUBVERSION).$(UK_EXTRAVERSION)
