#include "ingest/ooxml.h"

const char *const ooxml_names[NAME_COUNT] = {
#define X(code, text) [NAME_##code] = (text),
    OOXML_NAMES(X)
#undef X
};

#define TRANSITIONAL "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"
#define MICROSOFT "http://schemas.microsoft.com/office/"

/* Each vocabulary has two names, one of the transitional and one of the strict
 * form (ISO/IEC 29500-1 and -4). Those understood are what Word 2010 and later
 * writes in mc:Requires: their choice is then read instead of the fallback. */
const struct ooxml_uri ooxml_uris[] = {
    {TRANSITIONAL "wordprocessingml/2006/main", NS_W},
    {STRICT "wordprocessingml/main", NS_W},
    {TRANSITIONAL "officeDocument/2006/math", NS_M},
    {STRICT "officeDocument/math", NS_M},
    {TRANSITIONAL "markup-compatibility/2006", NS_MC},
    {TRANSITIONAL "package/2006/relationships", NS_RELATIONSHIPS},
    {TRANSITIONAL "package/2006/content-types", NS_TYPES},
    {"http://www.w3.org/XML/1998/namespace", NS_XML},
    {TRANSITIONAL "officeDocument/2006/relationships", NS_UNDERSTOOD},
    {STRICT "officeDocument/relationships", NS_UNDERSTOOD},
    {"urn:schemas-microsoft-com:vml", NS_UNDERSTOOD},
    {MICROSOFT "word/2010/wordprocessingShape", NS_UNDERSTOOD},
    {MICROSOFT "word/2010/wordprocessingGroup", NS_UNDERSTOOD},
    {MICROSOFT "word/2010/wordprocessingCanvas", NS_UNDERSTOOD},
    {MICROSOFT "word/2010/wordprocessingInk", NS_UNDERSTOOD},
    {MICROSOFT "word/2010/wordprocessingDrawing", NS_UNDERSTOOD},
    {MICROSOFT "word/2010/wordml", NS_UNDERSTOOD},
    {MICROSOFT "word/2012/wordml", NS_UNDERSTOOD},
    {MICROSOFT "word/2015/wordml/symex", NS_UNDERSTOOD},
    {MICROSOFT "word/2016/wordml/cid", NS_UNDERSTOOD},
    {MICROSOFT "word/2018/wordml", NS_UNDERSTOOD},
    {MICROSOFT "word/2018/wordml/cex", NS_UNDERSTOOD},
    {MICROSOFT "drawing/2010/main", NS_UNDERSTOOD},
    {MICROSOFT "drawing/2012/chart", NS_UNDERSTOOD},
    {MICROSOFT "drawing/2014/chartex", NS_UNDERSTOOD},
    {MICROSOFT "drawing/2015/9/8/chartex", NS_UNDERSTOOD},
    {MICROSOFT "drawing/2016/5/10/chartex", NS_UNDERSTOOD},
    {NULL, NS_NONE},
};

/* Not strtol: it would take "0x10", read beyond the slice, and stop silently at
 * "2.5". A value that does not fit is no integer. */
bool ooxml_integer(struct str text, int32_t *value) {
    int64_t number = 0;
    text = str_trim(text);
    bool negative = str_starts(text, "-");
    if (negative || str_starts(text, "+"))
        text = str_slice(text, 1, text.len);
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || number > INT32_MAX)
            return false;
        number = number * 10 + (text.ptr[i] - '0');
    }
    if (text.len == 0 || number > INT32_MAX)
        return false;
    *value = (int32_t)(negative ? -number : number);
    return true;
}

/* ST_OnOff (17.17.4 and 22.9.2.7): a toggle is on by being there, and off only
 * by one of three words. */
bool ooxml_is_on(struct str text) {
    return !str_is(text, "0") && !str_is(text, "false") && !str_is(text, "off");
}
