/*
 *
 * Automatically generated file; DO NOT EDIT.
 * Main menu
 *
 */
#define UK_TWO 3
#define UK_ONE 1
