# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later

UK_VERSION := 0
UK_SUBVERSION := 17 # what libraries test
UK_EXTRAVERSION := 3
UK_CODENAME := Fixture
