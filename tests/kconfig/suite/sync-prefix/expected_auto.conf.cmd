deps_config := \
	Kconfig

auto.conf: \
	$(deps_config)


$(deps_config): ;
