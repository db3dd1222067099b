/* The help text. */
#ifndef HEJI_TOOLS_HELP_H
#define HEJI_TOOLS_HELP_H

#include "model/doc.h"

/* Prints it on standard output; returns the exit status. */
int help_print(enum language language);

#endif
