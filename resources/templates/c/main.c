#include <stdio.h>
#include <uk/config.h>

int main(int argc, char *argv[])
{
	printf("%s\n", CONFIG_APP@ID@_GREETING);
	for (int i = 1; i < argc; ++i)
		printf("argument %d: %s\n", i, argv[i]);
	return 0;
}
