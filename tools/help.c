#include "tools/help.h"

#include <string.h>

#include "tools/console.h"

static const char chinese[] =
    "heji（核计）：核对绩效自评报告里的数字，列出自相矛盾之处\n"
    "\n"
    "用法\n"
    "  heji check [选项] 路径...   "
    "核对文件或文件夹（含子文件夹）；- 为标准输入\n"
    "  heji dump [--places] 文件   文件读出的段落和表格（JSON）；--places "
    "加各自在文件中的字节位置\n"
    "  heji rules [规则]           全部规则；或一条规则的说明、例子和依据\n"
    "  heji schema                 记录的 JSON Schema\n"
    "\n"
    "check 的选项\n"
    "  --format text|json|jsonl    "
    "给人看的文字（默认）、JSON 数组、每行一条记录\n"
    "  --fail-on error|warning|info|never\n"
    "                              "
    "有此级别及以上的发现时退出状态为 1（默认 error）\n"
    "  --jobs N                    工作进程数（默认为处理器数）\n"
    "  --no-sandbox                不隔离工作进程（dump 也可用）\n"
    "  --lang zh|en                语言（默认 zh）\n"
    "  --profile 名称|文件         "
    "等级标准等按此规定，或按自己的 JSON 文件（rules 也可用）\n"
    "  --                          其后都是路径\n"
    "\n"
    "  -h, --help                  本说明\n"
    "  --version                   版本\n"
    "\n"
    "退出状态\n"
    "  0  没有达到 --fail-on 的发现\n"
    "  1  有发现\n"
    "  2  用法错误\n"
    "  3  至少一份文件未能读取（其余照常核对），或结果无法写出\n";

static const char english[] =
    "heji: checks the figures of performance self-evaluation reports and lists what contradicts\n"
    "\n"
    "Usage\n"
    "  heji check [OPTIONS] PATH...  check files and folders (recursively); - is standard input\n"
    "  heji dump [--places] FILE     the document as read: paragraphs and tables, as JSON;\n"
    "                                --places adds the bytes where they stand in the file\n"
    "  heji rules [ID]               all rules, or one with an example and its source\n"
    "  heji schema                   the JSON Schema of a record\n"
    "\n"
    "Options of check\n"
    "  --format text|json|jsonl      text for people (default), a JSON array, a record a line\n"
    "  --fail-on error|warning|info|never\n"
    "                                lowest severity that makes the exit status 1 (default error)\n"
    "  --jobs N                      worker processes (default: the number of processors)\n"
    "  --no-sandbox                  do not isolate them (dump takes it too)\n"
    "  --lang zh|en                  language (default zh)\n"
    "  --profile NAME|FILE           grade by this profile, or a JSON file of your own (rules, "
    "too)\n"
    "  --                            only paths follow\n"
    "\n"
    "  -h, --help                    this text\n"
    "  --version                     the version\n"
    "\n"
    "Exit status\n"
    "  0  no finding at or above --fail-on\n"
    "  1  findings\n"
    "  2  wrong usage\n"
    "  3  at least one document could not be read (the others are checked all the same),\n"
    "     or the results could not be written\n";

int help_print(enum language language) {
    const char *text = language == LANGUAGE_ENGLISH ? english : chinese;
    return console_finish(EXIT_CLEAN, console_write(text, strlen(text)), language);
}
