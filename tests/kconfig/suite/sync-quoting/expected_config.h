/*
 *
 * Automatically generated file; DO NOT EDIT.
 * Main menu
 *
 */
#define CONFIG_YES 1
#define CONFIG_MODULES 1
#define CONFIG_TEXT "a \"b\" \\c $d"
#define CONFIG_NUMBER 7
#define CONFIG_ADDRESS 0xAb
#define CONFIG_BARE_HEX 0xff
#define CONFIG_HALF_MODULE 1
