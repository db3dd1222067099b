/* `heji rules`: every rule, or one explained. */
#ifndef HEJI_TOOLS_CMD_RULES_H
#define HEJI_TOOLS_CMD_RULES_H

/* Runs it over the arguments behind the subcommand; returns the exit status. */
int cmd_rules(int argc, char **argv);

#endif
