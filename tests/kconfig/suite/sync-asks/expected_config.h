/*
 *
 * Automatically generated file; DO NOT EDIT.
 * Main menu
 *
 */
#define CONFIG_KNOWN 1
#define CONFIG_FRESH 1
