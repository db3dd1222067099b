/* The nth allocation, and the nth read, fails, for every n: what comes out is the whole record, or
 * a document that says it failed, or that it is there in part; nothing is lost or left behind.
 *
 * The functions of the C library are replaced for the whole program, other libraries included. */
#define _GNU_SOURCE /* syscall */
#include <errno.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <time.h>

#include "tests/tools/folder.h"

#include "base/limits.h"
#include "base/pattern.h"
#include "report/record_json.h"
#include "tools/pipeline.h"

#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
int main(void) {
    return puts("[  PASSED  ] 1 test(s).") < 0; /* the sanitizer has replaced them already */
}
#else

/* ---- the faults */

void xmlResetLastError(void); /* libxml2 keeps the words of the last error */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *bytes, size_t size);
void __libc_free(void *bytes);

/* `left` calls until one fails; then and when it is negative none does. */
static struct faults {
    long left;
    int failed;
} allocations = {-1, 0}, reads = {-1, 0};
static long live; /* blocks */

static bool strikes(struct faults *faults) {
    if (faults->left < 0 || faults->left-- > 0)
        return false;
    faults->failed++;
    return true;
}

void *malloc(size_t size) {
    void *bytes = strikes(&allocations) ? NULL : __libc_malloc(size);
    live += bytes != NULL;
    if (!bytes)
        errno = ENOMEM;
    return bytes;
}

void *calloc(size_t count, size_t size) {
    void *bytes = strikes(&allocations) ? NULL : __libc_calloc(count, size);
    live += bytes != NULL;
    if (!bytes)
        errno = ENOMEM;
    return bytes;
}

void *realloc(void *old, size_t size) {
    void *bytes = strikes(&allocations) ? NULL : __libc_realloc(old, size);
    live += bytes && !old;
    if (!bytes)
        errno = ENOMEM;
    return bytes;
}

void free(void *bytes) {
    live -= bytes != NULL;
    __libc_free(bytes);
}

ssize_t read(int file, void *bytes, size_t room) {
    if (!strikes(&reads))
        return syscall(SYS_read, file, bytes, room);
    errno = EIO;
    return -1;
}

/* ---- the runs */

/* MOST calls of a run; LIBRARY: blocks that libzip and iconv leave behind */
enum { MOST = 20000, LIBRARY = 4 };

static struct config config;

/* One document through everything, as a worker does it. */
struct made {
    char *text;
    size_t len;
    bool told; /* that it is not whole */
    enum err_code code;
    char words[240];
};

static struct made check(const char *path) {
    struct made outcome = {0};
    struct input input = {.path = (char *)path};
    struct json_writer writer = {0};
    struct doc doc = {.matcher = matcher_new()};
    int file = open(path, O_RDONLY);
    assert_true(file >= 0);
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    if (doc.matcher) {
        pipeline_run(&doc, &config, &input, &file);
        record_json(&doc, &writer);
    }
    outcome.told = !doc.matcher || writer.failed || doc.source.status != SOURCE_OK ||
                   doc.source.warnings.count > 0 || matcher_has_failed(doc.matcher);
    outcome.code = doc.source.error.code;
    strcpy(outcome.words, doc.source.error.words);
    outcome.text = writer.ptr;
    outcome.len = writer.len;
    arena_clear(&doc.arena);
    matcher_free(doc.matcher);
    close(file);
    xmlResetLastError();
    return outcome;
}

static void forget(struct made *outcome) {
    free(outcome->text);
    *outcome = (struct made){0};
}

/* libzip, libxml2 and iconv take a want of memory now and then for damage: refused, at least. */
static bool is_mistaken(const struct made *outcome) {
    return outcome->code == ERR_ZIP_CORRUPT || outcome->code == ERR_XML_MALFORMED ||
           outcome->code == ERR_TEXT_ENCODING;
}

/* Until a run has no nth call any more. */
static void expect_no_harm(const char *path, struct faults *faults, enum err_code code) {
    struct made whole = check(path);
    assert_false(whole.told);
    long n = 0, before = live;
    for (bool reached = true; reached; n++) {
        assert_true(n < MOST);
        *faults = (struct faults){n, 0};
        struct made outcome = check(path);
        reached = faults->failed > 0;
        *faults = (struct faults){-1, 0};
        if (!outcome.told &&
            (outcome.len != whole.len || memcmp(outcome.text, whole.text, whole.len) != 0))
            fail_msg("%s: fault %ld made another record", path, n);
        if (outcome.code != ERR_NONE && outcome.code != code && !is_mistaken(&outcome))
            fail_msg("%s: fault %ld is called %s", path, n, err_code_name(outcome.code));
        forget(&outcome);
        tzset(); /* libzip converts times, and the name of the zone is kept: again, if it was lost */
        if (live > before + (strstr(path, "pipes") ? 0 : LIBRARY))
            fail_msg("%s: fault %ld left %ld blocks", path, n, live - before);
        before = live;
    }
    assert_true(n > 1);
    forget(&whole);
}

static const char *const samples[] = {
    "fixtures/docx/revisions_dirty/input.docx",
    "fixtures/docx/l14_formulas_dirty/input.docx",
    "fixtures/docx/lo_narrative/input.docx",
    "fixtures/text/l5_department_lines_gb18030/input.txt",
    "fixtures/text/l3_transfer_pipes/input.txt",
};

static void test_every_allocation(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        expect_no_harm(samples[i], &allocations, ERR_MEMORY);
}

static void test_every_read(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        expect_no_harm(samples[i], &reads, ERR_IO);
}

/* What all documents share is made once: there, too. */
static void test_every_allocation_of_the_start(void **state) {
    (void)state;
    struct config other;
    struct err err;
    bool reached = true;
    long before = live;
    for (long n = 0; reached && n < MOST; n++) {
        allocations = (struct faults){n, 0};
        bool opened = pipeline_open(&other, LANGUAGE_CHINESE, &err);
        if (opened) {
            other.profiles = pipeline_profiles(NULL, &err);
            pipeline_close(&other);
        }
        reached = allocations.failed > 0;
        allocations = (struct faults){-1, 0};
        assert_int_equal(live, before);
    }
    assert_false(reached);
}

static int open_all(void **state) {
    struct err err;
    (void)state;
    setenv("TZ", "UTC0", 1); /* a zone that has no file */
    bool opened = pipeline_open(&config, LANGUAGE_CHINESE, &err) &&
                  (config.profiles = pipeline_profiles(NULL, &err));
    for (size_t i = 0; opened && i < sizeof samples / sizeof *samples; i++) {
        struct made outcome = check(samples[i]); /* what libraries keep for good is made here */
        forget(&outcome);
    }
    return opened ? 0 : -1;
}

static int close_all(void **state) {
    (void)state;
    pipeline_close(&config);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_allocation),
        cmocka_unit_test(test_every_read),
        cmocka_unit_test(test_every_allocation_of_the_start),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
#endif
