#include "tests/validate/build.h"

#include "validate/citation.h"

/* "before|year|number " of each document number in the text. */
static struct str list(struct build *b, const char *text) {
    struct citation citation;
    struct str all = {0};
    size_t at = 0;
    while (citation_next(str_of(text), &at, &citation))
        all = str_printf(&b->doc.arena, "%.*s%.*s|%.*s|%.*s ", STR_ARGS(all),
                         STR_ARGS(citation.before), STR_ARGS(citation.year),
                         STR_ARGS(citation.number));
    return all;
}

static void test_brackets(void **state) {
    struct build *b = *state;
    assert_str(list(b, "财预〔2020〕10号"), "财预|2020|10 ");
    assert_str(list(b, "财预[2020]10号"), "财预|2020|10 ");
    assert_str(list(b, "财预【2020】10号"), "财预|2020|10 ");
    assert_str(list(b, "财预（2020）10 号"), "财预|2020|10 ");
    assert_str(list(b, "云财 〔 2020 〕 第0010号"), "云财|2020|10 ");
    assert_str(list(b, "甲〔2020〕1号、乙〔2021〕2号"), "甲|2020|1 甲〔2020〕1号、乙|2021|2 ");
}

static void test_what_is_none(void **state) {
    struct build *b = *state;
    assert_str(list(b, ""), "");
    assert_str(list(b, "号"), "");
    assert_str(list(b, "3号楼"), "");
    assert_str(list(b, "〔2020〕号"), "");
    assert_str(list(b, "〔20〕10号"), "");
    assert_str(list(b, "2020〕10号"), "");
    assert_str(list(b, "2020年10号"), "");
}

static void test_same_document(void **state) {
    (void)state;
    struct citation named, cited;
    size_t at = 0;
    assert_true(citation_next((struct str)STR("财预〔2020〕10号"), &at, &named));
    at = 0;
    assert_true(citation_next((struct str)STR("依据财预[2020]010号"), &at, &cited));
    assert_true(citation_is(&cited, &named));
    at = 0;
    assert_true(citation_next((struct str)STR("依据财预[2021]10号"), &at, &cited));
    assert_false(citation_is(&cited, &named));
    at = 0;
    assert_true(citation_next((struct str)STR("预[2020]10号"), &at, &cited));
    assert_false(citation_is(&cited, &named));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_brackets),
        BUILD_TEST(test_what_is_none),
        BUILD_TEST(test_same_document),
    };
    return cmocka_run_group_tests_name("citation", tests, NULL, NULL);
}
