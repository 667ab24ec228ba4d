#include "words.h"

int count_words(const char *text)
{
	int count = 0;
	int inside = 0;

	for (; *text != '\0'; ++text) {
		int is_blank = *text == ' ' || *text == '\t' || *text == '\n';

		if (!is_blank && !inside)
			++count;
		inside = !is_blank;
	}
	return count;
}
