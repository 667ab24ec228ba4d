/*
 *
 * Automatically generated file; DO NOT EDIT.
 * Main menu
 *
 */
#define CONFIG_DELTA 1
#define CONFIG_BETA 1
#define CONFIG_ALPHA 1
#define CONFIG_GAMMA 1
#define CONFIG_EPSILON 1
#define CONFIG_OMEGA 1
