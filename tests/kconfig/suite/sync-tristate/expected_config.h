/*
 *
 * Automatically generated file; DO NOT EDIT.
 * Main menu
 *
 */
#define CONFIG_SWITCH 1
#define CONFIG_MODULES 1
#define CONFIG_MODULE_MODULE 1
#define CONFIG_BUILT_IN 1
