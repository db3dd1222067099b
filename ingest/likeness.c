#include "ingest/likeness.h"

#include <stdint.h>

#include "base/utf8.h"

/* Characters of all reports, three bytes each. Punctuation is not among them:
 * EUC-KR and others have it at the same places as GB18030, so that it proves
 * nothing. */
static const char COMMON[] = "的一是不了在有人年月日元万亿项目资金预算支出"
                             "收入合计绩效评价指标部门单位县市区局工作完成"
                             "情况得分自总及和与为度行政建设管理附件表名"
                             "称财务数"
                             "萬億項預計績評價門單縣區況總為財務數";

/* A hundred compares for a character are nothing beside the sample, which is at
 * most 64 kB. */
static bool is_common(const char character[3]) {
    for (size_t at = 0; at + 3 < sizeof COMMON; at += 3) {
        if (memcmp(COMMON + at, character, 3) == 0)
            return true;
    }
    return false;
}

/* Characters of one byte are left out: ASCII is the same in all encodings that
 * come into question. */
struct likeness likeness_weigh(struct str text) {
    struct likeness likeness = {0};
    for (size_t at = 0, size; at < text.len; at += size) {
        uint32_t point = utf8_decode(text, at, &size);
        if (size < 2)
            continue;
        likeness.wide++;
        likeness.bad += point == 0xFFFD;
        likeness.common += size == 3 && is_common(text.ptr + at);
    }
    return likeness;
}

/* A run of bad bytes counts once: a lost sector is one accident, not five
 * hundred. Sequences of two bytes say nothing, for GB18030 has many that are
 * well-formed UTF-8 by chance (C2 80 to DF BF). */
struct census likeness_census(struct str bytes) {
    struct census census = {0};
    bool after_bad = false;
    for (size_t at = 0, size; at < bytes.len; at += size) {
        utf8_decode(bytes, at, &size);
        bool bad = size == 1 && (unsigned char)bytes.ptr[at] >= 0x80;
        if (bad && !after_bad && census.bad++ == 0)
            census.first_bad = at;
        census.good += size == 3;
        after_bad = bad;
    }
    return census;
}

/* ASCII, Latin letters (pinyin), signs, ideographs, full-width forms. */
static bool is_likely_unit(unsigned unit) {
    return (unit >= 0x20 && unit < 0x7F) || (unit >= 0xA0 && unit < 0x250) || unit == '\t' ||
           unit == '\n' || unit == '\r' || (unit >= 0x2000 && unit < 0x2700) ||
           (unit >= 0x3000 && unit < 0x3040) || (unit >= 0x4E00 && unit < 0xA000) ||
           (unit >= 0xFF00 && unit < 0xFFF0);
}

bool likeness_is_utf16(struct str bytes, bool big_endian) {
    size_t units = 0, likely = 0;
    if (bytes.len % 2 != 0)
        return false;
    for (size_t at = 0; at + 1 < bytes.len && at < LIKENESS_SAMPLE; at += 2) {
        unsigned first = (unsigned char)bytes.ptr[at];
        unsigned second = (unsigned char)bytes.ptr[at + 1];
        units++;
        likely += is_likely_unit(big_endian ? first << 8 | second : second << 8 | first);
    }
    /* the wrong order makes most ideographs something else: 97 % leaves room
     * for rare signs */
    return units > 0 && likely * 100 >= units * 97;
}
