/* `heji dump`: the document as read, as JSON. */
#ifndef HEJI_TOOLS_CMD_DUMP_H
#define HEJI_TOOLS_CMD_DUMP_H

/* Runs it over the arguments behind the subcommand; returns the exit status. */
int cmd_dump(int argc, char **argv);

#endif
