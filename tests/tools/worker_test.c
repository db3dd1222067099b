#define _GNU_SOURCE /* MAP_ANONYMOUS */
#include "tools/worker.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/tools/folder.h"

enum { DOCUMENTS = 12, EVIL = 5 };

/* What the document EVIL does to its worker, and what came of all. */
struct scene {
    struct folder folder;
    struct config config;
    struct files files;
    void (*act)(struct result *result);
    size_t delivered;
    struct result seen[DOCUMENTS];
    char text[DOCUMENTS][200];
};

static void render(void *context, struct doc *doc, struct result *result) {
    const struct scene *scene = context;
    result->text = malloc(200);
    result->len = (size_t)snprintf(result->text, 200, "%zu", doc->document.paragraphs.count);
    if (scene->act && str_ends(doc->source.path, "05.txt") && doc->source.status == SOURCE_OK)
        scene->act(result);
}

static bool deliver(void *context, size_t index, const struct result *result) {
    struct scene *scene = context;
    assert_int_equal(index, scene->delivered++);
    scene->seen[index] = *result;
    snprintf(scene->text[index], sizeof scene->text[index], "%.*s", (int)result->len,
             result->text ? result->text : "");
    return true;
}

static int set_up(void **state) {
    struct err err = {0};
    struct scene *scene = test_calloc(1, sizeof *scene);
    folder_open(&scene->folder);
    for (int i = 0; i < DOCUMENTS; i++) {
        char name[16];
        sprintf(name, "%02d.txt", i);
        folder_write(&scene->folder, name, "本年度各项工作均按计划完成。\n");
        assert_true(files_add(&scene->files, folder_at(&scene->folder, name), &err));
    }
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    files_clear(&scene->files);
    folder_close(&scene->folder);
    test_free(scene);
    return 0;
}

static void play(struct scene *scene, void (*act)(struct result *result), bool isolate) {
    struct err err = {0};
    struct batch batch = {.config = &scene->config,
                          .files = &scene->files,
                          .jobs = 2,
                          .seconds = 1,
                          .isolate = isolate,
                          .reads_only = true,
                          .render = render,
                          .deliver = deliver,
                          .context = scene};
    scene->act = act;
    scene->delivered = 0;
    assert_true(batch_run(&batch, &err));
    assert_int_equal(scene->delivered, DOCUMENTS);
}

/* Only the document that did it is lost. */
static void expect_lost(const struct scene *scene, enum err_code code, const char *words) {
    for (int i = 0; i < DOCUMENTS; i++) {
        assert_int_equal(scene->seen[i].status, i == EVIL ? SOURCE_FAILED : SOURCE_OK);
        assert_string_equal(scene->text[i], i == EVIL ? "0" : "1");
    }
    assert_int_equal(scene->seen[EVIL].error.code, code);
    assert_string_equal(scene->seen[EVIL].error.words, words);
}

static void be_killed(struct result *result) {
    (void)result;
    raise(SIGKILL);
}

static void leave(struct result *result) {
    (void)result;
    _exit(7);
}

static void hang(struct result *result) {
    (void)result;
    for (;;)
        pause();
}

static void test_a_death_costs_one_document(void **state) {
    play(*state, be_killed, false);
    expect_lost(*state, ERR_WORKER, "signal 9");
    play(*state, leave, true);
    expect_lost(*state, ERR_WORKER, "status 7");
}

static void test_a_document_without_end_costs_one_document(void **state) {
    play(*state, hang, false);
    expect_lost(*state, ERR_TIME, "more than 1 seconds");
}

/* A worker that its document has taken over says what it likes. */
static void claim_much(struct result *result) {
    result->len = (size_t)1 << 40;
}

static void claim_strange_status(struct result *result) {
    result->error.code = (enum err_code)9999;
    memset(result->error.words, 'x', sizeof result->error.words);
}

static void test_nothing_is_taken_on_trust(void **state) {
    struct scene *scene = *state;
    play(scene, claim_much, false);
    assert_int_equal(scene->seen[EVIL].status, SOURCE_FAILED);
    assert_int_equal(scene->seen[EVIL].error.code, ERR_WORKER);
    play(scene, claim_strange_status, false); /* the worker sets the document's own error */
    assert_int_equal(scene->seen[EVIL].error.code, ERR_NONE);
}

static void claim_odd_flags(struct result *result) {
    memset(&result->lost, 0xA5, sizeof result->lost);
}

/* The worker's end of the channel. */
static int find_channel(void) {
    struct stat info;
    for (int file = 3; file < 1024; file++) {
        if (fstat(file, &info) == 0 && S_ISSOCK(info.st_mode))
            return file;
    }
    return -1;
}

/* A result of its own, and one byte more, which would become the next document's. */
static void forge(struct result *result) {
    char bytes[sizeof *result + 1] = {0};
    send(find_channel(), bytes, sizeof bytes, MSG_NOSIGNAL);
    hang(result);
}

static void dribble(struct result *result) {
    const struct timespec tenth = {0, 100000000};
    for (int channel = find_channel(); send(channel, "", 1, MSG_NOSIGNAL) == 1;)
        nanosleep(&tenth, NULL);
    hang(result);
}

static void fall_silent(struct result *result) {
    close(find_channel());
    hang(result);
}

static void test_a_flag_is_yes_or_no(void **state) {
    play(*state, claim_odd_flags, false);
    assert_int_equal(((struct scene *)*state)->seen[EVIL].error.code, ERR_WORKER);
    expect_lost(*state, ERR_WORKER, "status 0");
}

static void test_a_forged_result_stays_with_its_document(void **state) {
    struct scene *scene = *state;
    play(scene, forge, true);
    for (int i = 0; i < DOCUMENTS; i++) {
        assert_int_equal(scene->seen[i].status, SOURCE_OK);
        assert_string_equal(scene->text[i], i == EVIL ? "" : "1");
    }
}

static void test_a_byte_now_and_then_does_not_lengthen_the_time(void **state) {
    play(*state, dribble, false);
    expect_lost(*state, ERR_TIME, "more than 1 seconds");
}

/* It neither answers nor ends by itself. */
static void test_a_worker_without_channel_is_killed(void **state) {
    play(*state, fall_silent, true);
    expect_lost(*state, ERR_WORKER, "signal 9");
}

static void think(struct result *result) {
    const struct timespec while_ = {0, 600000000};
    (void)result;
    nanosleep(&while_, NULL);
}

/* Ctrl-Z and fg: the time that all of them stood still is nobody's. */
static void test_a_stopped_run_loses_nothing(void **state) {
    struct scene *scene = *state;
    const struct timespec start = {0, 200000000}, stop = {1, 500000000};
    int status = -1;
    pid_t run = fork();
    if (run == 0) {
        setpgid(0, 0);
        play(scene, think, false);
        _exit(scene->seen[EVIL].status == SOURCE_OK ? 0 : 1);
    }
    nanosleep(&start, NULL);
    assert_int_equal(kill(-run, SIGSTOP), 0);
    nanosleep(&stop, NULL);
    assert_int_equal(kill(-run, SIGCONT), 0);
    assert_int_equal(waitpid(run, &status, 0), run);
    assert_int_equal(status, 0);
}

/* ---- what the sandbox denies */

/* Appends a letter for each thing that could be done. */
static void note(struct result *result, bool could, char what) {
    if (could)
        result->text[result->len++] = what;
}

static void try_everything(struct result *result) {
    int file = open("/etc/passwd", O_RDONLY);
    note(result, file >= 0, 'r');
    file = open("/tmp/heji_worker_test", O_WRONLY | O_CREAT, 0600);
    note(result, file >= 0, 'w');
    note(result, socket(AF_INET, SOCK_STREAM, 0) >= 0, 's');
    note(result, kill(getppid(), 0) == 0, 'k');
    note(result, execl("/bin/true", "true", (char *)NULL) == 0, 'x');
    note(result, fork() >= 0, 'f');
    note(result,
         mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED,
         'e');
    char *much = malloc((size_t)2 << 30);
    note(result, much != NULL, 'm');
    free(much);
}

static void test_what_the_sandbox_denies(void **state) {
    struct scene *scene = *state;
    play(scene, try_everything, true);
    if (scene->seen[EVIL].exposed || getenv("HEJI_TEST_NO_SANDBOX"))
        skip();
#if !defined(__SANITIZE_ADDRESS__)
    assert_string_equal(scene->text[EVIL], "1");
    assert_int_equal(scene->seen[EVIL].status, SOURCE_OK);
#endif
}

/* Converters are files of the C library: they must be open before. */
static void test_encodings_in_the_sandbox(void **state) {
    struct scene *scene = *state;
    static const char *const texts[] = {
        "\xB1\xBE\xC4\xEA\xB6\xC8\xD6\xA7\xB3\xF6", /* GB18030 */
        "\xFF\xFE\x2C\x67\x74\x5E\xA6\x5E",         /* UTF-16 */
        "\xFE\xFF\x67\x2C\x5E\x74\x5E\xA6",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char name[16];
        sprintf(name, "%02zu.txt", i);
        folder_write(&scene->folder, name, texts[i]);
    }
    play(scene, NULL, true);
    for (int i = 0; i < DOCUMENTS; i++) {
        assert_int_equal(scene->seen[i].status, SOURCE_OK);
        assert_string_equal(scene->text[i], "1");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_death_costs_one_document, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_document_without_end_costs_one_document, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_is_taken_on_trust, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_flag_is_yes_or_no, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_forged_result_stays_with_its_document, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_byte_now_and_then_does_not_lengthen_the_time, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_worker_without_channel_is_killed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_stopped_run_loses_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_the_sandbox_denies, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_encodings_in_the_sandbox, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
