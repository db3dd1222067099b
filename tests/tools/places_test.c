/* The way back: each quantity of each fixture is found again in the bytes of its file, where its
 * passage and its range in it say that it stands. */
#include <glob.h>
#include <iconv.h>

#include "base/limits.h"
#include "ingest/zip.h"
#include "tests/tools/folder.h"
#include "tools/pipeline.h"

enum { PART_BYTES = 8 << 20, RAW_BYTES = 4096 };

/* A file, and the part of it that was inflated last. */
struct bytes {
    struct str file, part, name;
};

struct walk {
    struct config config;
    struct doc doc;
    struct bytes bytes;
    uint32_t quantities, exact;
};

static struct str load(const char *path) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    size_t size = (size_t)ftell(file);
    char *text = malloc(size + 1);
    assert_non_null(text);
    rewind(file);
    assert_int_equal(fread(text, 1, size, file), size);
    fclose(file);
    return (struct str){text, size};
}

static void inflate_part(struct bytes *bytes, struct str name) {
    struct err err;
    if (bytes->part.ptr && str_eq(bytes->name, name))
        return;
    free((char *)bytes->part.ptr);
    struct zip_archive *archive = zip_archive_open(bytes->file, &err);
    assert_non_null(archive);
    struct zip_part *part = zip_part_open(archive, name, &err);
    assert_non_null(part);
    char *text = malloc(PART_BYTES);
    assert_non_null(text);
    size_t len = 0, got = 1;
    while (got > 0) {
        assert_true(zip_part_read(part, text + len, PART_BYTES - len, &got, &err));
        len += got;
    }
    zip_part_close(part);
    zip_archive_close(archive);
    bytes->part = (struct str){text, len};
    bytes->name = name;
}

/* The text of a Word part from byte `at` on: up to `room` bytes without tags, references put in
 * their place. */
static struct str show_part(struct str part, size_t at, char *out, size_t room) {
    static const struct {
        struct str name;
        char sign;
    } references[] = {{STR("&lt;"), '<'},
                      {STR("&gt;"), '>'},
                      {STR("&amp;"), '&'},
                      {STR("&quot;"), '"'},
                      {STR("&apos;"), '\''}};
    size_t len = 0;
    while (at < part.len && len < room) {
        struct str rest = str_slice(part, at, part.len);
        if (rest.ptr[0] == '<') {
            size_t end = str_find(rest, ">", 0);
            assert_true(end < rest.len);
            bool deleted = str_starts(rest, "<w:delText") && rest.ptr[end - 1] != '/';
            at += deleted ? str_find(rest, "</w:delText>", end) : end + 1;
            continue;
        }
        size_t size = 1;
        out[len] = rest.ptr[0];
        for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
            if (str_starts(rest, references[i].name.ptr)) {
                out[len] = references[i].sign;
                size = references[i].name.len;
            }
        }
        len++;
        at += size;
    }
    return (struct str){out, len};
}

/* `text` in the encoding of the file. */
static struct str encode(struct str encoding, struct str text, char *out, size_t room) {
    char name[32], *in = (char *)text.ptr, *to = out;
    size_t left = text.len;
    snprintf(name, sizeof name, "%.*s", STR_ARGS(encoding));
    iconv_t door = iconv_open(name, "UTF-8");
    assert_true(door != (iconv_t)-1);
    assert_int_equal(iconv(door, &in, &left, &to, &room), 0);
    iconv_close(door);
    return (struct str){out, (size_t)(to - out)};
}

/* Whether the file has `text` at byte `at`, in its encoding. */
static bool is_at(struct walk *walk, size_t at, struct str text) {
    char out[RAW_BYTES];
    struct str raw = encode(walk->doc.source.encoding, text, out, sizeof out);
    struct str found = str_slice(walk->bytes.file, at, at + raw.len);
    return found.len == raw.len && memcmp(found.ptr, raw.ptr, raw.len) == 0;
}

static bool stands_in_text(struct walk *walk, const struct mention *mention) {
    char out[RAW_BYTES];
    const struct passage *passage = mention->passage;
    if (passage->raw.len > 0) /* the file has it in other signs: "$\\leq 100\\%$" */
        return is_at(walk, passage->byte, passage->raw);
    struct line_mark mark = passage_mark_at(passage, mention->start);
    struct str before = str_slice(passage->text, mark.offset, mention->start);
    size_t skipped = encode(walk->doc.source.encoding, before, out, sizeof out).len;
    return is_at(walk, mark.byte + skipped, mention->raw);
}

static bool stands_in_part(struct walk *walk, const struct mention *mention) {
    char out[RAW_BYTES];
    const struct passage *passage = mention->passage;
    inflate_part(&walk->bytes, walk->doc.document.parts[passage->part]);
    struct line_mark mark = passage_mark_at(passage, mention->start);
    size_t at = mark.byte + (mention->start - mark.offset);
    assert_true(at < walk->bytes.part.len);
    struct str found = show_part(walk->bytes.part, at, out, mention->raw.len);
    return str_eq(found, mention->raw);
}

static void find_all(struct walk *walk, const char *path) {
    bool is_text = strcmp(walk->doc.source.format, "text") == 0;
    for (size_t i = 0; i < walk->doc.record.quantities.count; i++) {
        const struct quantity *quantity = &walk->doc.record.quantities.items[i];
        const struct mention *mention = quantity->mention;
        if (!quantity->is_quantity)
            continue;
        struct str range = str_slice(mention->passage->text, mention->start, mention->end);
        assert_true(str_eq(range, mention->raw));
        walk->quantities++;
        bool exact = is_text ? stands_in_text(walk, mention) : stands_in_part(walk, mention);
        walk->exact += exact;
        if (!exact)
            print_message("%s: %.*s at %u+%u\n", path, STR_ARGS(mention->raw),
                          mention->passage->byte, mention->start);
    }
}

static void walk_file(struct walk *walk, char *path) {
    struct input input = {.path = path};
    walk->bytes = (struct bytes){.file = load(path)};
    walk->doc = (struct doc){.matcher = matcher_new()};
    arena_init(&walk->doc.arena, LIMIT_ARENA_BYTES);
    pipeline_run(&walk->doc, &walk->config, &input, NULL);
    assert_int_equal(walk->doc.source.status, SOURCE_OK);
    find_all(walk, path);
    matcher_free(walk->doc.matcher);
    arena_clear(&walk->doc.arena);
    free((char *)walk->bytes.file.ptr);
    free((char *)walk->bytes.part.ptr);
}

static void test_every_quantity_of_the_fixtures(void **state) {
    struct err err;
    struct walk walk = {0};
    glob_t found;
    (void)state;
    assert_true(pipeline_open(&walk.config, LANGUAGE_CHINESE, &err));
    walk.config.profiles = pipeline_profiles(NULL, &err);
    walk.config.places = true;
    assert_int_equal(glob("fixtures/*/*/input.*", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        walk_file(&walk, found.gl_pathv[i]);
    assert_true(found.gl_pathc > 90);
    globfree(&found);
    assert_true(walk.quantities > 2000);
    assert_int_equal(walk.exact, walk.quantities);
    pipeline_close(&walk.config);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_quantity_of_the_fixtures)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
