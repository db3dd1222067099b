/* `heji schema`: the JSON Schema of a record. */
#ifndef HEJI_TOOLS_CMD_SCHEMA_H
#define HEJI_TOOLS_CMD_SCHEMA_H

/* Runs it over the arguments behind the subcommand; returns the exit status. */
int cmd_schema(int argc, char **argv);

#endif
