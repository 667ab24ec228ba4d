#include "words.h"

#include <stdio.h>

int main(int argc, char *argv[])
{
	const char *text = argc > 1 ? argv[1] : "Hello from @name@!";

	printf("%s\n", text);
	printf("words: %d\n", count_words(text));
	return 0;
}
