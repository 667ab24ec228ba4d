deps_config := \
	Kconfig

auto.conf: \
	$(deps_config)

ifneq "$(OUTSIDE)" "wind"
auto.conf: FORCE
endif

$(deps_config): ;
