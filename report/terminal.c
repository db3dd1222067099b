#include "report/terminal.h"

#include "base/utf8.h"
#include "report/place_text.h"
#include "report/words.h"
#include "validate/catalogue.h"

/* Columns where the text of a finding and the value of one of its fields begin. */
enum { TEXT_COLUMN = 8, LABEL_COLUMNS_ZH = 6, LABEL_COLUMNS_EN = 12, EVIDENCE_SHOWN = 5 };

enum { LONGEST_TEXT = 1200 }; /* bytes of one field; a cell can hold a megabyte */

static bool is_english(const struct screen *screen) {
    return screen->language == LANGUAGE_ENGLISH;
}

/* English labels are longer, Chinese ones take two characters of two columns. */
static size_t value_column(const struct screen *screen) {
    return TEXT_COLUMN + (is_english(screen) ? LABEL_COLUMNS_EN : LABEL_COLUMNS_ZH);
}

/* ---- headline */

/* A separator before all pieces of a line but the first. */
static void put_separated(struct screen *screen, bool *first, const char *separator) {
    if (!*first)
        screen_put(screen, separator);
    *first = false;
}

static void put_piece(struct screen *line, bool *first, struct str text) {
    if (text.len == 0)
        return;
    put_separated(line, first, " · ");
    screen_text(line, text);
}

/* 自评 96 分，优秀: what the report says of itself, before anything is checked. */
static void put_claims(struct screen *line, bool *first, struct str score, struct str grade) {
    if (score.len == 0 && grade.len == 0)
        return;
    put_separated(line, first, " · ");
    screen_put(line, screen_word(line, "自评", "claims"));
    if (score.len > 0) {
        screen_put(line, " ");
        screen_text(line, score);
        screen_put(line, screen_word(line, " 分", ""));
    }
    if (grade.len > 0) {
        screen_put(line, score.len > 0 ? screen_word(line, "，", ", ") : " ");
        screen_text(line, grade);
    }
}

/* Begins a line of the headline: 2 blanks, then `line` wrapped behind them; `line` is cleared. */
static void put_line(struct screen *screen, struct screen *line) {
    if (line->len > 0) {
        screen_pad(screen, 2);
        screen_wrap(screen, 2, (struct str){line->ptr, line->len});
        screen_put(screen, "\n");
    }
    screen->failed |= line->failed;
    screen_clear(line);
}

/* One line for each report in the file: who, what, which year, and what it claims. */
static void put_part(struct screen *screen, const struct reading *reading, uint32_t index) {
    const struct part *part = &reading->parts.items[index];
    struct screen line = {.width = screen->width, .language = screen->language};
    bool first = true;
    put_piece(&line, &first, part->unit);
    put_piece(&line, &first, part->project);
    if (part->unit.len == 0 && part->project.len == 0)
        put_piece(&line, &first, part->title);
    if (part->year.len > 0) {
        put_piece(&line, &first, part->year);
        screen_put(&line, screen_word(&line, " 年", ""));
    }
    put_piece(&line, &first, str_of(words_part_kind(part->kind, screen->language)));
    put_claims(&line, &first, reading_first_claim(reading, index, false),
               reading_first_claim(reading, index, true));
    put_line(screen, &line);
}

/* 核对 57 项关系：42 项一致，3 项四舍五入，2 项不一致，10 项无法核对 */
static void put_counts(struct screen *line, uint64_t relations, const uint64_t outcomes[4]) {
    /* clang-format off */
    static const char *const chinese[] = {"%llu 项一致", "%llu 项四舍五入",
                                          "%llu 项不一致", "%llu 项无法核对"};
    /* clang-format on */
    static const char *const english[] = {"%llu agree", "%llu within rounding", "%llu disagree",
                                          "%llu not verifiable"};
    bool first = true;
    if (relations == 0) {
        screen_put(line, screen_word(line, "没有可核对的关系", "no relation to check"));
        return;
    }
    screen_format(line, screen_word(line, "核对 %llu 项关系", "%llu relations checked"),
                  (unsigned long long)relations);
    for (int i = 0; i < 4; i++) {
        if (outcomes[i] == 0)
            continue;
        screen_put(line, first ? screen_word(line, "：", ": ") : screen_word(line, "，", ", "));
        screen_format(line, (is_english(line) ? english : chinese)[i],
                      (unsigned long long)outcomes[i]);
        first = false;
    }
}

/* How much was checked, and why the rest could not be: silence would read as agreement. */
static void put_coverage(struct screen *screen, const struct verdict *verdict) {
    struct screen line = {.width = screen->width, .language = screen->language};
    const struct coverage *coverage = &verdict->coverage;
    uint64_t outcomes[4] = {0};
    for (size_t i = 0; i < verdict->checks.count; i++)
        outcomes[verdict->checks.items[i].outcome]++;
    put_counts(&line, coverage->relations, outcomes);
    put_line(screen, &line);
    if (coverage->reason_count == 0)
        return;
    screen_put(&line, screen_word(&line, "无法核对：", "not verifiable: "));
    for (uint32_t i = 0; i < coverage->reason_count; i++) {
        screen_put(&line, i == 0 ? "" : screen_word(&line, "，", ", "));
        screen_text(&line, words_reason(coverage->unverifiable[i].reason, line.language));
        screen_format(&line, screen_word(&line, " %u 项", " (%u)"),
                      coverage->unverifiable[i].count);
    }
    screen_style(screen, STYLE_DIM);
    put_line(screen, &line);
    screen_style(screen, STYLE_PLAIN);
}

/* ---- findings */

static bool is_same(const struct place *a, const struct place *b) {
    return a->line == b->line && a->paragraph == b->paragraph && a->table == b->table &&
           a->row == b->row && a->col == b->col;
}

/* Wraps a text behind `column`, cut where it is too long for a reader. */
static void put_text(struct screen *screen, size_t column, struct str text) {
    struct str shown = text;
    if (text.len > LONGEST_TEXT)
        shown = str_slice(text, 0, utf8_before(text, LONGEST_TEXT));
    screen_wrap(screen, column, shown);
    if (shown.len < text.len)
        screen_put(screen, " ……");
}

static void put_label(struct screen *screen, const char *chinese, const char *english) {
    const char *label = is_english(screen) ? english : chinese;
    screen_pad(screen, TEXT_COLUMN);
    screen_style(screen, STYLE_DIM);
    screen_put(screen, label);
    screen_style(screen, STYLE_PLAIN);
    screen_pad(screen, value_column(screen) - TEXT_COLUMN - utf8_width(str_of(label)));
}

/* A label and a text behind it; nothing when the text is empty. */
static void put_field(struct screen *screen, const char *chinese, const char *english,
                      struct str text) {
    if (text.len == 0)
        return;
    put_label(screen, chinese, english);
    put_text(screen, value_column(screen), text);
    screen_put(screen, "\n");
}

/* The same with the text of `line`, which it clears. */
static void put_taken(struct screen *screen, const char *chinese, const char *english,
                      struct screen *line) {
    put_field(screen, chinese, english, (struct str){line->ptr, line->len});
    screen->failed |= line->failed;
    screen_clear(line);
}

/* Characters before the decimal point of a number, sign included; 0 for words. */
static size_t whole_digits(struct str text) {
    size_t at = 0;
    while (at < text.len && ((text.ptr[at] >= '0' && text.ptr[at] <= '9') || text.ptr[at] == '-'))
        at++;
    return at == text.len || text.ptr[at] == '.' ? at : 0;
}

/* The figures stand under each other, point under point. */
static void put_figures(struct screen *screen, const struct finding *finding) {
    static const char *const chinese[] = {"表述", "重算", "差额"};
    static const char *const english[] = {"stated", "computed", "difference"};
    const struct str texts[] = {finding->claimed, finding->computed, finding->difference};
    size_t widest = 0;
    for (int i = 0; i < 3; i++) {
        size_t digits = whole_digits(texts[i]);
        widest = digits > widest ? digits : widest;
    }
    for (int i = 0; i < 3; i++) {
        size_t digits = whole_digits(texts[i]);
        if (texts[i].len == 0)
            continue;
        put_label(screen, chinese[i], english[i]);
        screen_pad(screen, digits > 0 ? widest - digits : 0);
        screen_style(screen, STYLE_BOLD);
        put_text(screen, value_column(screen), texts[i]);
        screen_style(screen, STYLE_PLAIN);
        screen_put(screen, "\n");
    }
}

static void put_place(struct screen *screen, const struct finding *finding) {
    struct screen line = {.language = screen->language};
    place_text(&line, &finding->at);
    /* most messages begin with what they are about */
    if (!str_eq(str_slice(finding->message, 0, finding->label.len), finding->label)) {
        screen_put(&line, line.len > 0 ? screen_word(&line, "，", ", ") : "");
        screen_text(&line, finding->label);
    }
    put_taken(screen, "位置", "where", &line);
}

/* The operands as one stretch of a column or row, which is where most sums come from; false when
 * they are fewer than three or stand elsewhere. */
static bool put_stretch(struct screen *screen, const struct finding *finding) {
    struct place first = {0}, last = {0};
    uint32_t count = 0;
    for (uint32_t i = 0; i < finding->evidence_count; i++) {
        const struct evidence *evidence = &finding->evidence[i];
        if (!str_is(evidence->role, "operand"))
            continue;
        if (count++ == 0)
            first = evidence->at;
        last = evidence->at;
    }
    struct screen line = {.language = screen->language};
    if (count < 3 || !place_text_range(&line, &first, &last))
        return false;
    screen_format(&line, screen_word(&line, "，%u 个数", ", %u figures"), count);
    put_taken(screen, "取自", "taken from", &line);
    return true;
}

/* Whether the place and the formula above have told this already. */
static bool is_told(const struct finding *finding, const struct evidence *evidence) {
    struct str text = str_trim(evidence->text);
    return is_same(&evidence->at, &finding->at) &&
           (!str_is(evidence->role, "context") || str_eq(text, finding->claimed) ||
            str_eq(text, finding->label));
}

/* The words of the document that the finding rests on, as far as they are not yet told. */
static void put_evidence(struct screen *screen, const struct finding *finding) {
    bool stretch = put_stretch(screen, finding);
    uint32_t shown = 0, left = 0;
    for (uint32_t i = 0; i < finding->evidence_count; i++) {
        const struct evidence *evidence = &finding->evidence[i];
        if (is_told(finding, evidence) || (stretch && str_is(evidence->role, "operand")))
            continue;
        if (shown == EVIDENCE_SHOWN) {
            left++;
            continue;
        }
        struct screen line = {.language = screen->language};
        screen_text(&line, str_trim(evidence->text));
        if (place_text_is_known(&evidence->at)) {
            screen_put(&line, "  ");
            place_text(&line, &evidence->at);
        }
        put_taken(screen, shown == 0 ? "原文" : "", shown == 0 ? "text" : "", &line);
        shown++;
    }
    if (left == 0)
        return;
    put_label(screen, "", "");
    screen_format(screen, screen_word(screen, "…… 另有 %u 处\n", "... and %u more\n"), left);
}

/* Severity and message first; then what a reader checks with a pencil; the rule last. */
static void put_finding(struct screen *screen, const struct finding *finding) {
    static const enum style styles[] = {STYLE_CYAN, STYLE_YELLOW, STYLE_RED};
    const char *severity = words_severity(finding->severity, screen->language);
    size_t column = is_english(screen) ? TEXT_COLUMN + 3 : TEXT_COLUMN;
    screen_put(screen, "\n  ");
    screen_style(screen, styles[finding->severity]);
    screen_put(screen, severity);
    screen_style(screen, STYLE_PLAIN);
    screen_pad(screen, column - 2 - utf8_width(str_of(severity)));
    put_text(screen, column, finding->message);
    screen_put(screen, "\n");
    put_figures(screen, finding);
    put_field(screen, "算式", "formula", finding->formula);
    put_field(screen, "判断", "diagnosis", finding->diagnosis);
    put_field(screen, "影响", "impact", finding->impact);
    put_place(screen, finding);
    put_evidence(screen, finding);
    put_field(screen, "规则", "rule", str_of(finding->rule->id));
}

/* ---- the whole */

/* What a warning says in words, and behind a colon what it is about, such as the hidden text. */
static void put_warning(struct screen *screen, const struct warning *warning) {
    struct screen line = {.width = screen->width, .language = screen->language};
    struct str words = words_warning(warning->code, screen->language);
    size_t colon = str_find(warning->message, ": ", 0);
    screen_put(&line, screen_word(&line, "读取时：", "on reading: "));
    screen_text(&line, words.len > 0 ? words : warning->message);
    if (words.len > 0 && colon != SIZE_MAX) {
        screen_put(&line, screen_word(&line, "：", ": "));
        screen_text(&line, str_slice(warning->message, colon + 2, SIZE_MAX));
    }
    if (place_text_is_known(&warning->at)) {
        screen_put(&line, "  ");
        place_text(&line, &warning->at);
    }
    put_line(screen, &line);
}

/* After the findings: they say how far the findings can be relied on. */
static void put_warnings(struct screen *screen, const struct source *source) {
    screen_put(screen, source->warnings.count > 0 ? "\n" : "");
    for (size_t i = 0; i < source->warnings.count; i++)
        put_warning(screen, &source->warnings.items[i]);
    if (source->warnings_dropped > 0)
        screen_format(screen, screen_word(screen, "  … 另有 %u 处\n", "  … and %u more\n"),
                      source->warnings_dropped);
}

void terminal_document(struct screen *screen, const struct doc *doc) {
    screen_style(screen, STYLE_BOLD);
    screen_text(screen, doc->source.path);
    screen_style(screen, STYLE_PLAIN);
    screen_put(screen, "\n");
    for (uint32_t i = 0; i < doc->reading.parts.count; i++)
        put_part(screen, &doc->reading, i);
    put_coverage(screen, &doc->verdict);
    /* what changes the grade first, then in reading order */
    for (int rank = 2 * SEVERITY_ERROR + 1; rank >= 0; rank--) {
        for (size_t i = 0; i < doc->verdict.findings.count; i++) {
            const struct finding *finding = &doc->verdict.findings.items[i];
            if (2 * (int)finding->severity + (finding->impact.len > 0) == rank)
                put_finding(screen, finding);
        }
    }
    put_warnings(screen, &doc->source);
}

void terminal_totals(struct screen *screen, const struct totals *totals) {
    struct screen line = {.width = screen->width, .language = screen->language};
    screen_format(&line, screen_word(&line, "共 %llu 份文件", "%llu documents"),
                  (unsigned long long)totals->documents);
    if (totals->failed > 0)
        screen_format(&line, screen_word(&line, "，%llu 份未读完", ", %llu not read in full"),
                      (unsigned long long)totals->failed);
    screen_format(&line,
                  screen_word(&line, "；错误 %llu，警告 %llu，提示 %llu",
                              "; errors %llu, warnings %llu, notes %llu"),
                  (unsigned long long)totals->findings[SEVERITY_ERROR],
                  (unsigned long long)totals->findings[SEVERITY_WARNING],
                  (unsigned long long)totals->findings[SEVERITY_INFO]);
    screen_style(screen, STYLE_BOLD);
    screen_wrap(screen, 0, (struct str){line.ptr, line.len});
    screen_style(screen, STYLE_PLAIN);
    screen_put(screen, "\n");
    screen_clear(&line);
    put_counts(&line, totals->relations, totals->outcomes);
    screen_wrap(screen, 0, (struct str){line.ptr, line.len});
    screen_put(screen, "\n");
    screen->failed |= line.failed;
    screen_clear(&line);
}
