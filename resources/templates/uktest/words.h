#ifndef WORDS_H
#define WORDS_H

/* How many words, separated by blanks, there are in a text. */
int count_words(const char *text);

#endif
