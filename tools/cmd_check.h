/* `heji check`: the main job. */
#ifndef HEJI_TOOLS_CMD_CHECK_H
#define HEJI_TOOLS_CMD_CHECK_H

/* Runs it over the arguments behind the subcommand; returns the exit status. */
int cmd_check(int argc, char **argv);

#endif
