/*
 *
 * Automatically generated file; DO NOT EDIT.
 * Main menu
 *
 */
#define CONFIG_SAME_TEXT "x"
#define CONFIG_NEW_ONE 1
#define CONFIG_SAME_VALUE 1
#define CONFIG_CHANGED 5
