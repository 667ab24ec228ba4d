# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Text helpers in plain make: nothing here starts a process.

comma := ,
colon := :
empty :=
space := $(empty) $(empty)
plus := +
quote := "
hash := \#
define newline


endef

# $(call uc,TEXT), $(call lc,TEXT): ASCII upper and lower case
letters := a:A b:B c:C d:D e:E f:F g:G h:H i:I j:J k:K l:L m:M n:N o:O p:P q:Q r:R s:S t:T u:U v:V w:W x:X y:Y z:Z
# One substitution around the other, for each letter; written out once, since they run very often
uc = $(1)
lc = $(1)
$(foreach l,$(subst :,$(comma),$(letters)),$(eval uc = $$(subst $(l),$(value uc))))
$(foreach l,$(letters),$(eval lc = $$(subst $(lastword $(subst :, ,$(l))),$(firstword $(subst :, ,$(l))),$(value lc))))

# $(call qstrip,TEXT): TEXT without quotes and without surrounding blanks
qstrip = $(strip $(subst $(quote),$(empty),$(1)))

# $(call same,A,B): y when the two texts are equal, byte for byte
same = $(if $(subst x$(1),,x$(2))$(subst x$(2),,x$(1)),,y)

# $(call fileext,PATH): the last suffix of PATH, without its dot
fileext = $(patsubst .%,%,$(suffix $(1)))

# $(call shquote,TEXT): TEXT as one word for the shell
shquote = '$(subst ','\'',$(1))'
