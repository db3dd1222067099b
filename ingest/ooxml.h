/* The vocabulary of WordprocessingML that is read: namespaces and local names
 * as small numbers. Sources: ECMA-376 / ISO/IEC 29500 part 1 (WordprocessingML,
 * transitional namespaces in part 4), part 2 (packages), part 3 (markup
 * compatibility). */
#ifndef HEJI_INGEST_OOXML_H
#define HEJI_INGEST_OOXML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* A namespace by what it means: the strict and the transitional URI of a
 * vocabulary are one. */
enum ooxml_ns {
    NS_NONE,          /* no namespace at all */
    NS_OTHER,         /* one that is not understood */
    NS_UNDERSTOOD,    /* an extension whose mc:Choice a current Word takes, nothing else of it */
    NS_W,             /* WordprocessingML */
    NS_M,             /* Office math */
    NS_MC,            /* markup compatibility */
    NS_RELATIONSHIPS, /* of a package (.rels) */
    NS_TYPES,         /* of a package ([Content_Types].xml) */
    NS_XML,           /* xml:space */
};

struct ooxml_uri {
    const char *uri; /* NULL ends the list */
    enum ooxml_ns ns;
};

extern const struct ooxml_uri ooxml_uris[]; /* ends with a NULL uri */

/* NAME_X is the local name; the namespace tells w:t from m:t. */
#define OOXML_NAMES(X)                         \
    X(ABSTRACT_NUM, "abstractNum")             \
    X(ABSTRACT_NUM_ID, "abstractNumId")        \
    X(ALTERNATE_CONTENT, "AlternateContent")   \
    X(ALT_CHUNK, "altChunk")                   \
    X(ASCII, "ascii")                          \
    X(BASED_ON, "basedOn")                     \
    X(BDO, "bdo")                              \
    X(BODY, "body")                            \
    X(BR, "br")                                \
    X(CELL_DEL, "cellDel")                     \
    X(CELL_MERGE, "cellMerge")                 \
    X(CHAR, "char")                            \
    X(CHOICE, "Choice")                        \
    X(CONTENT_TYPE, "ContentType")             \
    X(CR, "cr")                                \
    X(CUSTOM_XML, "customXml")                 \
    X(DEFAULT, "default")                      \
    X(DEL, "del")                              \
    X(DEL_TEXT, "delText")                     \
    X(DIR, "dir")                              \
    X(DOCUMENT, "document")                    \
    X(DOC_DEFAULTS, "docDefaults")             \
    X(DRAWING, "drawing")                      \
    X(ENDNOTE, "endnote")                      \
    X(ENDNOTES, "endnotes")                    \
    X(ENDNOTE_REFERENCE, "endnoteReference")   \
    X(EXTENSION, "Extension")                  \
    X(FALLBACK, "Fallback")                    \
    X(FLD_CHAR, "fldChar")                     \
    X(FLD_CHAR_TYPE, "fldCharType")            \
    X(FLD_SIMPLE, "fldSimple")                 \
    X(FONT, "font")                            \
    X(FOOTNOTE, "footnote")                    \
    X(FOOTNOTES, "footnotes")                  \
    X(FOOTNOTE_REFERENCE, "footnoteReference") \
    X(GRID_AFTER, "gridAfter")                 \
    X(GRID_BEFORE, "gridBefore")               \
    X(GRID_COL, "gridCol")                     \
    X(GRID_SPAN, "gridSpan")                   \
    X(HIDDEN, "hidden")                        \
    X(HYPERLINK, "hyperlink")                  \
    X(H_MERGE, "hMerge")                       \
    X(ID, "id")                                \
    X(ID_UPPER, "Id")                          \
    X(ILVL, "ilvl")                            \
    X(INS, "ins")                              \
    X(IS_LGL, "isLgl")                         \
    X(LVL, "lvl")                              \
    X(LVL_OVERRIDE, "lvlOverride")             \
    X(LVL_RESTART, "lvlRestart")               \
    X(LVL_TEXT, "lvlText")                     \
    X(MOVE_FROM, "moveFrom")                   \
    X(MOVE_TO, "moveTo")                       \
    X(NO_BREAK_HYPHEN, "noBreakHyphen")        \
    X(NUM, "num")                              \
    X(NUMBERING, "numbering")                  \
    X(NUM_FMT, "numFmt")                       \
    X(NUM_ID, "numId")                         \
    X(NUM_PR, "numPr")                         \
    X(NUM_STYLE_LINK, "numStyleLink")          \
    X(OBJECT, "object")                        \
    X(OUTLINE_LVL, "outlineLvl")               \
    X(OVERRIDE, "Override")                    \
    X(O_MATH, "oMath")                         \
    X(O_MATH_PARA, "oMathPara")                \
    X(P, "p")                                  \
    X(PART_NAME, "PartName")                   \
    X(PICT, "pict")                            \
    X(PTAB, "ptab")                            \
    X(P_PR, "pPr")                             \
    X(P_STYLE, "pStyle")                       \
    X(R, "r")                                  \
    X(RELATIONSHIP, "Relationship")            \
    X(RELATIONSHIPS, "Relationships")          \
    X(REQUIRES, "Requires")                    \
    X(RUBY, "ruby")                            \
    X(RUBY_BASE, "rubyBase")                   \
    X(R_FONTS, "rFonts")                       \
    X(R_PR, "rPr")                             \
    X(R_PR_DEFAULT, "rPrDefault")              \
    X(R_STYLE, "rStyle")                       \
    X(SDT, "sdt")                              \
    X(SDT_CONTENT, "sdtContent")               \
    X(SMART_TAG, "smartTag")                   \
    X(SPACE, "space")                          \
    X(START, "start")                          \
    X(START_OVERRIDE, "startOverride")         \
    X(STYLE, "style")                          \
    X(STYLES, "styles")                        \
    X(STYLE_ID, "styleId")                     \
    X(SUB_DOC, "subDoc")                       \
    X(SYM, "sym")                              \
    X(T, "t")                                  \
    X(TAB, "tab")                              \
    X(TARGET, "Target")                        \
    X(TARGET_MODE, "TargetMode")               \
    X(TBL, "tbl")                              \
    X(TBL_GRID, "tblGrid")                     \
    X(TC, "tc")                                \
    X(TC_PR, "tcPr")                           \
    X(TR, "tr")                                \
    X(TR_PR, "trPr")                           \
    X(TXBX_CONTENT, "txbxContent")             \
    X(TYPE, "type")                            \
    X(TYPES, "Types")                          \
    X(TYPE_UPPER, "Type")                      \
    X(VAL, "val")                              \
    X(VANISH, "vanish")                        \
    X(V_MERGE, "vMerge")                       \
    X(W, "w")

enum ooxml_name {
    NAME_OTHER, /* any name that is not read */
#define X(code, text) NAME_##code,
    OOXML_NAMES(X)
#undef X
        NAME_COUNT,
};

extern const char *const ooxml_names[NAME_COUNT]; /* local names; NULL for NAME_OTHER */

/* Reads an integer (ST_DecimalNumber, ISO/IEC 29500-1 17.18.10), white space
 * around it allowed. False when `text` is none or does not fit 32 bits;
 * `*value` is then left as it is. */
bool ooxml_integer(struct str text, int32_t *value);

/* ST_OnOff (ISO/IEC 29500-1 22.9.2.7): "0", "false" and "off" are off, all else
 * is on. */
bool ooxml_is_on(struct str text);

#endif
