/* One error: what stops the reading of a document or the run. */
#ifndef HEJI_BASE_ERR_H
#define HEJI_BASE_ERR_H

#include <stdbool.h>

/* The classes a user must be able to tell apart. `err_code_name` gives the word
 * that the record's `source.error.code` shows. */
enum err_code {
    ERR_NONE,
    ERR_IO,              /* cannot be opened or read */
    ERR_NOT_REGULAR,     /* a folder, device or pipe where a file is wanted */
    ERR_TOO_LARGE,       /* file beyond LIMIT_FILE_BYTES or LIMIT_TEXT_BYTES */
    ERR_EMPTY,           /* no bytes, or no text */
    ERR_NOT_TEXT,        /* binary content that is no known document */
    ERR_TEXT_ENCODING,   /* text in no encoding that can be read without guessing */
    ERR_UNKNOWN_TYPE,    /* PDF, RTF, HTML package, archive ...: a known type, not a report */
    ERR_ZIP_CORRUPT,     /* damaged package: truncated, CRC, sizes, offsets */
    ERR_ZIP_UNSAFE,      /* package refused for safety: bomb, entry count, ambiguous names */
    ERR_ZIP_UNSUPPORTED, /* compression method or multi-disk archive that is not supported */
    ERR_ENCRYPTED,       /* password protected */
    ERR_LEGACY_DOC,      /* binary .doc, or another OLE file */
    ERR_NOT_WORD,        /* a package that is no Word document */
    ERR_NO_MAIN_PART,    /* a Word package without its main part */
    ERR_XML_MALFORMED,   /* the XML of a part is not well-formed */
    ERR_XML_ENCODING,    /* the XML of a part declares or uses an unreadable encoding */
    ERR_XML_DTD,         /* a DTD, which OPC forbids (ISO/IEC 29500-2:2021, 6.2.5) */
    ERR_XML_LIMIT,       /* depth, attributes or text size beyond the limits */
    ERR_TABLE_LIMIT,     /* a table beyond the grid limits */
    ERR_MEMORY,          /* the document needs more memory than LIMIT_ARENA_BYTES */
    ERR_TIME,            /* the document takes longer than LIMIT_DOCUMENT_SECONDS */
    ERR_WORKER,          /* the process that read the document died of it */
    ERR_USAGE,           /* wrong command line or configuration */
};

/* Code, cause and words of the failure that ended a call. */
struct err {
    enum err_code code;
    int cause;       /* errno where one applies, else 0 */
    char words[240]; /* English detail, without the file's name; NUL-terminated UTF-8 */
};

/* Fills `err` from a printf format and returns false, so that a failure is one
 * line: `return err_set(err, ERR_ZIP_CORRUPT, 0, "entry %s", name)`. */
bool err_set(struct err *err, enum err_code code, int cause, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The code as it stands in records, such as "zip_corrupt"; "none" for
 * ERR_NONE. */
const char *err_code_name(enum err_code code);

/* What the code means for the user, in Chinese, such as "文件已损坏". */
const char *err_code_chinese(enum err_code code);

/* The same in English, such as "the file is damaged". */
const char *err_code_english(enum err_code code);

#endif
