#include "tools/cmd_schema.h"

#include "base/data.h"
#include "tools/console.h"
#include "tools/help.h"
#include "tools/options.h"

int cmd_schema(int argc, char **argv) {
    struct options options;
    if (!options_parse(&options, argc, argv, false))
        return EXIT_USAGE;
    if (options.help)
        return help_print(options.language);
    if (options.path_count != 0)
        return console_usage(options.language == LANGUAGE_ENGLISH ? "schema takes no argument"
                                                                  : "schema 不需要参数",
                             options.paths[0], options.language);
    struct str schema = data_find("normalize/record.schema.json");
    return console_finish(EXIT_CLEAN, console_write(schema.ptr, schema.len), options.language);
}
