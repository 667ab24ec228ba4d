/* What the library expects of its surroundings and the tree has in another form. */

#include <@id@_port.h>

const char *@id@_port_version(void)
{
	return "@version@";
}
