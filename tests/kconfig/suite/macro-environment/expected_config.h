/*
 *
 * Automatically generated file; DO NOT EDIT.
 * Main menu
 *
 */
#define CONFIG_FROM_TREE "tree"
#define CONFIG_FROM_ENVIRONMENT "wind"
