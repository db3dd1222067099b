#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/str.h"
#include "base/utf8.h"

/* Indexed by code, so that a class without words shows as a missing entry when
 * a test walks all of them. Laid out by hand: clang-format counts columns, and
 * would make lines of 120 bytes. */
/* clang-format off */
static const struct {
    const char *name;
    const char *chinese;
    const char *english;
} codes[] = {
    [ERR_NONE] = {"none", "无错误", "no error"},
    [ERR_IO] = {"io", "文件无法读取", "the file cannot be read"},
    [ERR_NOT_REGULAR] = {"not_regular", "不是普通文件", "not a regular file"},
    [ERR_TOO_LARGE] = {"too_large", "文件过大", "the file is too large"},
    [ERR_EMPTY] = {"empty", "文件为空", "the file is empty"},
    [ERR_NOT_TEXT] = {"not_text", "不是文本，也不是 Word 文档",
                      "neither text nor a Word document"},
    [ERR_TEXT_ENCODING] = {"text_encoding", "文本编码无法识别",
                           "the text encoding is not readable"},
    [ERR_UNKNOWN_TYPE] = {"unknown_type", "不支持的文件类型",
                          "a file type that is not supported"},
    [ERR_ZIP_CORRUPT] = {"zip_corrupt", "文件已损坏", "the file is damaged"},
    [ERR_ZIP_UNSAFE] = {"zip_unsafe", "出于安全原因拒绝读取", "refused for safety"},
    [ERR_ZIP_UNSUPPORTED] = {"zip_unsupported", "不支持的压缩方式",
                             "unsupported compression"},
    [ERR_ENCRYPTED] = {"encrypted", "文件有密码保护", "the file is protected by a password"},
    [ERR_LEGACY_DOC] = {"legacy_doc", "旧版 .doc 文件，请另存为 .docx",
                        "an old binary .doc file; save it as .docx"},
    [ERR_NOT_WORD] = {"not_word", "不是 Word 文档", "not a Word document"},
    [ERR_NO_MAIN_PART] = {"no_main_part", "缺少正文部件",
                          "the main document part is missing"},
    [ERR_XML_MALFORMED] = {"xml_malformed", "文档内容已损坏",
                           "the document's XML is damaged"},
    [ERR_XML_ENCODING] = {"xml_encoding", "文档编码无法读取",
                          "the document's XML encoding"},
    [ERR_XML_DTD] = {"xml_dtd", "出于安全原因拒绝读取（含 DTD）",
                     "refused for safety (a DTD)"},
    [ERR_XML_LIMIT] = {"xml_limit", "文档结构超出限制",
                       "the document's structure exceeds the limits"},
    [ERR_TABLE_LIMIT] = {"table_limit", "表格超出限制", "a table exceeds the limits"},
    [ERR_MEMORY] = {"memory", "文档所需内存超出限制",
                    "the document needs too much memory"},
    [ERR_TIME] = {"time", "读取超过时限，已中止", "reading took too long and was ended"},
    [ERR_WORKER] = {"worker", "读取时进程异常中止，该文件未核对",
                    "the process that read it died; the file was not checked"},
    [ERR_USAGE] = {"usage", "用法错误", "wrong usage"},
};
/* clang-format on */

/* Words that are cut at their end may be cut within a character: 项 is three
 * bytes, and a terminal shows the first two as rubbish. */
static void drop_half(char *words) {
    struct str all = str_of(words);
    size_t last = all.len > 0 ? utf8_before(all, all.len) : 0, size = 0;
    if (all.len > 0 && utf8_decode(all, last, &size) == 0xFFFD && size == 1)
        words[last] = '\0';
}

bool err_set(struct err *err, enum err_code code, int cause, const char *format, ...) {
    va_list args;
    va_start(args, format);
    err->code = code;
    err->cause = cause;
    vsnprintf(err->words, sizeof err->words, format, args);
    va_end(args);
    drop_half(err->words);
    return false;
}

const char *err_code_name(enum err_code code) {
    return codes[code].name;
}

const char *err_code_chinese(enum err_code code) {
    return codes[code].chinese;
}

const char *err_code_english(enum err_code code) {
    return codes[code].english;
}
