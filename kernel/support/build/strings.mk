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
uc = $(subst z,Z,$(subst y,Y,$(subst x,X,$(subst w,W,$(subst v,V,$(subst u,U,$(subst t,T,$(subst s,S,$(subst r,R,$(subst q,Q,$(subst p,P,$(subst o,O,$(subst n,N,$(subst m,M,$(subst l,L,$(subst k,K,$(subst j,J,$(subst i,I,$(subst h,H,$(subst g,G,$(subst f,F,$(subst e,E,$(subst d,D,$(subst c,C,$(subst b,B,$(subst a,A,$(1)))))))))))))))))))))))))))
lc = $(subst Z,z,$(subst Y,y,$(subst X,x,$(subst W,w,$(subst V,v,$(subst U,u,$(subst T,t,$(subst S,s,$(subst R,r,$(subst Q,q,$(subst P,p,$(subst O,o,$(subst N,n,$(subst M,m,$(subst L,l,$(subst K,k,$(subst J,j,$(subst I,i,$(subst H,h,$(subst G,g,$(subst F,f,$(subst E,e,$(subst D,d,$(subst C,c,$(subst B,b,$(subst A,a,$(1)))))))))))))))))))))))))))

# $(call qstrip,TEXT): TEXT without quotes and without surrounding blanks
qstrip = $(strip $(subst $(quote),$(empty),$(1)))

# $(call same,A,B): y when the two texts are equal, byte for byte
same = $(if $(subst x$(1),,x$(2))$(subst x$(2),,x$(1)),,y)

# $(call fileext,PATH): the last suffix of PATH, without its dot
fileext = $(patsubst .%,%,$(suffix $(1)))

# $(call shquote,TEXT): TEXT as one word for the shell
shquote = '$(subst ','\'',$(1))'
