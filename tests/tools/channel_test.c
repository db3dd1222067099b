#include "tools/channel.h"

#include <sys/socket.h>
#include <sys/types.h>

#include "tests/tools/folder.h"

/* The two ends of a channel. */
struct ends {
    int ours, theirs;
};

static struct ends open_ends(void) {
    int pair[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
    return (struct ends){pair[0], pair[1]};
}

static void close_ends(struct ends *ends) {
    if (ends->ours >= 0)
        close(ends->ours);
    if (ends->theirs >= 0)
        close(ends->theirs);
}

static void test_bytes_arrive_as_they_were_sent(void **state) {
    (void)state;
    struct ends ends = open_ends();
    char got[8];
    int file;
    assert_true(channel_send(ends.ours, "12345678", 8, -1));
    assert_true(channel_receive(ends.theirs, got, 3, &file));
    assert_memory_equal(got, "123", 3);
    assert_int_equal(file, -1);
    assert_true(channel_receive(ends.theirs, got, 5, &file));
    assert_memory_equal(got, "45678", 5);
    close_ends(&ends);
}

/* An open file goes along with the first bytes, and is the same file at the other end. */
static void test_a_file_goes_along(void **state) {
    (void)state;
    struct ends ends = open_ends();
    char head[4], text[16] = "";
    int file = -1;
    FILE *sent = tmpfile();
    assert_non_null(sent);
    assert_true(fputs("报告", sent) >= 0 && fflush(sent) == 0);
    rewind(sent);
    assert_true(channel_send(ends.ours, "head", 4, fileno(sent)));
    fclose(sent); /* the other end has its own */
    assert_true(channel_receive(ends.theirs, head, 4, &file));
    assert_true(file >= 0);
    assert_int_equal(read(file, text, sizeof text - 1), strlen("报告"));
    assert_string_equal(text, "报告");
    close(file);
    close_ends(&ends);
}

/* The end is told from a message that breaks off by nothing: both are no message. */
static void test_the_other_end_goes_away(void **state) {
    (void)state;
    struct ends ends = open_ends();
    char got[8];
    int file;
    assert_true(channel_send(ends.ours, "123", 3, -1));
    close(ends.ours);
    ends.ours = -1;
    assert_false(channel_receive(ends.theirs, got, 8, &file));
    assert_int_equal(channel_take(ends.theirs, got, 8), 0);
    close_ends(&ends);
}

/* Writing to nobody raises no signal: the run must outlive its workers. */
static void test_sending_to_nobody(void **state) {
    (void)state;
    struct ends ends = open_ends();
    close(ends.theirs);
    ends.theirs = -1;
    assert_false(channel_send(ends.ours, "123", 3, -1));
    assert_false(channel_send(-1, "123", 3, -1));
    close_ends(&ends);
}

static void test_taking_does_not_wait(void **state) {
    (void)state;
    struct ends ends = open_ends();
    char got[8];
    assert_int_equal(channel_take(ends.theirs, got, sizeof got), -1);
    assert_true(channel_send(ends.ours, "12345", 5, -1));
    assert_int_equal(channel_take(ends.theirs, got, 2), 2);
    assert_int_equal(channel_take(ends.theirs, got, sizeof got), 3);
    assert_memory_equal(got, "345", 3);
    assert_int_equal(channel_take(ends.theirs, got, sizeof got), -1);
    close_ends(&ends);
}

/* More than the socket holds: sent in pieces while the other end reads. */
static void test_long_messages(void **state) {
    (void)state;
    enum { BYTES = 1 << 20 };
    struct ends ends = open_ends();
    char *bytes = malloc(BYTES);
    int file;
    assert_non_null(bytes);
    pid_t child = fork();
    assert_true(child >= 0);
    memset(bytes, child == 0 ? 'x' : '-', BYTES);
    if (child == 0)
        _exit(channel_send(ends.theirs, bytes, BYTES, -1) ? 0 : 1);
    assert_true(channel_receive(ends.ours, bytes, BYTES, &file));
    for (size_t i = 0; i < BYTES; i += 4095)
        assert_int_equal(bytes[i], 'x');
    free(bytes);
    close_ends(&ends);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bytes_arrive_as_they_were_sent),
        cmocka_unit_test(test_a_file_goes_along),
        cmocka_unit_test(test_the_other_end_goes_away),
        cmocka_unit_test(test_sending_to_nobody),
        cmocka_unit_test(test_taking_does_not_wait),
        cmocka_unit_test(test_long_messages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
