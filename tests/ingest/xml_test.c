#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/limits.h"
#include "ingest/xml.h"

#define W_URI "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define STRICT_URI "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define W "xmlns:w=\"" W_URI "\""

enum { WRITTEN = 4000 };

/* Feeds `input` in pieces of `step` bytes and writes the events down: "<p " for a start tag (by
 * its name here, "?" for one that is not read, with ":m" for another namespace than w), text as
 * it comes, ">" for an end. */
struct session {
    struct str input;
    size_t at, step;
    struct err *err;
    enum ooxml_name skip, stop;
    struct str asked; /* the prefix that is looked up at each w:r */
    size_t len;
    char written[WRITTEN];
};

static bool fill(void *source, char *buffer, size_t room, size_t *got, struct err *err) {
    struct session *session = source;
    size_t left = session->input.len - session->at;
    *got = left < room ? left : room;
    if (session->step > 0 && *got > session->step)
        *got = session->step;
    memcpy(buffer, session->input.ptr + session->at, *got);
    session->at += *got;
    (void)err;
    return true;
}

static bool fill_badly(void *source, char *buffer, size_t room, size_t *got, struct err *err) {
    (void)source, (void)buffer, (void)room, (void)got;
    return err_set(err, ERR_ZIP_CORRUPT, 0, "a part that breaks off");
}

static void put(struct session *session, struct str text) {
    assert_true(session->len + text.len < WRITTEN);
    memcpy(session->written + session->len, text.ptr, text.len);
    session->len += text.len;
    session->written[session->len] = '\0';
}

static enum xml_step start(void *self, struct xml *xml, const struct xml_element *element) {
    struct session *session = self;
    struct str value = {0};
    put(session, str_of("<"));
    put(session, str_of(element->name ? ooxml_names[element->name] : "?"));
    if (element->ns != NS_W)
        put(session, str_of(element->ns == NS_M ? ":m" : ":other"));
    if (element->preserve)
        put(session, str_of("!"));
    if (xml_attribute(xml, element, NS_W, NAME_VAL, &value)) {
        put(session, str_of("="));
        put(session, value);
    }
    if (element->name == NAME_R && session->asked.len > 0)
        put(session, str_of(xml_prefix(xml, session->asked) == NS_M ? " math" : " not"));
    if (element->name == NAME_T && xml_ancestor(xml, 1) == NAME_R && xml_ancestor(xml, 2) == NAME_P)
        put(session, str_of(" in r in p"));
    put(session, str_of(" "));
    if (element->name == session->stop && session->stop) {
        err_set(session->err, ERR_TABLE_LIMIT, 0, "enough");
        return XML_STOP;
    }
    return element->name == session->skip && session->skip ? XML_SKIP : XML_ENTER;
}

static bool end(void *self) {
    put(self, str_of(">"));
    return true;
}

static bool text(void *self, struct str piece) {
    put(self, piece);
    return true;
}

static enum err_code run(struct session *session, struct str input, size_t step) {
    struct err err = {0};
    struct xml_reader reader = {.fill = fill,
                                .source = session,
                                .start = start,
                                .end = end,
                                .text = text,
                                .self = session,
                                .part = "part.xml"};
    session->input = input;
    session->step = step;
    session->at = session->len = 0;
    session->written[0] = '\0';
    session->err = &err;
    if (!xml_read(&reader, &err)) {
        assert_true(err.words[0] != '\0');
        return err.code;
    }
    return ERR_NONE;
}

static void expect_bytes(struct str input, const char *written) {
    static const size_t steps[] = {0, 1, 2, 3, 7, 100};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct session session = {0};
        assert_int_equal(run(&session, input, steps[i]), ERR_NONE);
        assert_string_equal(session.written, written);
    }
}

static void expect(const char *input, const char *written) {
    expect_bytes(str_of(input), written);
}

static void expect_refused(const char *input, enum err_code code) {
    struct session session = {0};
    assert_int_equal(run(&session, str_of(input), 0), code);
    assert_int_equal(run(&session, str_of(input), 1), code);
}

static void test_events(void **state) {
    (void)state;
    expect("<w:p " W "><w:r>甲<w:unknown/>乙</w:r></w:p>", "<p <r 甲<? >乙>>");
    expect("<?xml version='1.0'?>\n<w:p " W "><!-- no --><?pi no?><![CDATA[<1>]]>&amp;&#x4E00;"
           "</w:p>\n",
           "<p <1>&一>");
    expect("<w:p " W "><w:r><w:t>1</w:t></w:r></w:p>", "<p <r <t in r in p 1>>>");
}

static void test_namespaces_not_prefixes(void **state) {
    (void)state;
    expect("<p xmlns=\"" W_URI "\"/>", "<p >");
    expect("<x:p xmlns:x=\"" STRICT_URI "\"/>", "<p >");
    expect("<w:p xmlns:w=\"urn:other\"><p/></w:p>", "<p:other <p:other >>");
    expect("<w:r " W " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">"
           "<m:r/></w:r>",
           "<r <r:m >>");
}

static void test_attributes(void **state) {
    (void)state;
    expect("<w:p " W " w:val=\"a&lt;b\"/>", "<p=a<b >");
    expect("<w:p " W " val=\"plain\"/>", "<p=plain >");
    expect("<w:p " W " xmlns:x=\"urn:x\" x:val=\"1\" w:other=\"2\"/>", "<p >");
    expect("<w:p\r\n\t" W "\r\nw:val='q'\r\n/>", "<p=q >");
}

static void test_preserved_space(void **state) {
    (void)state;
    expect("<w:p " W " xml:space=\"preserve\"><w:r><w:t xml:space=\"default\"/></w:r><w:r/></w:p>",
           "<p! <r! <t in r in p >><r! >>");
}

static void test_prefixes_in_scope(void **state) {
    (void)state;
    struct session session = {.asked = STR("k")};
    const struct str input =
        STR("<w:p " W "><w:r/><w:p xmlns:k=\"http://purl.oclc.org/ooxml/officeDocument/math\">"
            "<w:r/><w:r xmlns:k=\"urn:k\"/></w:p><w:r/></w:p>");
    assert_int_equal(run(&session, input, 0), ERR_NONE);
    assert_string_equal(session.written, "<p <r not ><p <r math ><r not >><r not >>");
}

static void test_skipping_and_stopping(void **state) {
    (void)state;
    struct session session = {.skip = NAME_R};
    const struct str input = STR("<w:p " W "><w:r>无<w:t>无</w:t></w:r>有<w:tbl/></w:p>");
    assert_int_equal(run(&session, input, 0), ERR_NONE);
    assert_string_equal(session.written, "<p <r 有<tbl >>");
    session.stop = NAME_TBL;
    assert_int_equal(run(&session, input, 0), ERR_TABLE_LIMIT);
}

static void test_encodings(void **state) {
    (void)state;
    static const char le[] = "\xFF\xFE<\0p\0 \0x\0=\0'\0\x00\x4E'\0>\0\x00\x4E<\0/\0p\0>\0";
    static const char be[] = "\xFE\xFF\0<\0p\0>\x4E\0\0<\0/\0p\0>";
    expect_bytes((struct str){le, sizeof le - 1}, "<p:other 一>");
    expect_bytes((struct str){be, sizeof be - 1}, "<p:other 一>");
    expect("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?><p>一</p>", "<p:other 一>");
    expect_refused("<?xml version=\"1.0\" encoding=\"GBK\"?><p>一</p>", ERR_XML_ENCODING);
    expect_refused("<?xml version=\"1.0\" encoding='ISO-8859-1'?><p>一</p>", ERR_XML_ENCODING);
    expect_refused("<?xml version=\"1.0\" encoding=\"utf-8x\"?><p>一</p>", ERR_XML_ENCODING);
}

static void test_declarations_of_types_are_refused(void **state) {
    (void)state;
    expect_refused("<!DOCTYPE p><p/>", ERR_XML_DTD);
    expect_refused("<!DOCTYPE p SYSTEM \"http://127.0.0.1:9/evil.dtd\"><p/>", ERR_XML_DTD);
    expect_refused("<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><p>&a;</p>",
                   ERR_XML_DTD);
    expect_refused("<!DOCTYPE p [<!ENTITY % a \"\">%a;]><p/>", ERR_XML_DTD);
}

static void test_malformed(void **state) {
    (void)state;
    static const char *const inputs[] = {
        "",
        " ",
        "<p>",
        "<p></r>",
        "<p/><p/>",
        "<p>&undefined;</p>",
        "<p",
        "<p>&#1;</p>",
        "<p>&#0;</p>",
        "<p>&#xD800;</p>",
        "<p a='1' a='2'/>",
        "<u:p/>",
        "no xml",
        "<p>\x02</p>",
    };
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        struct session session = {0};
        assert_int_equal(run(&session, str_of(inputs[i]), 0), ERR_XML_MALFORMED);
    }
    struct session session = {0};
    const struct str nul = STR("<p>98\0.50</p>");
    assert_int_not_equal(run(&session, nul, 0), ERR_NONE);
}

/* "<p a1='' a2='' ...>" with `count` attributes. */
static struct str many_attributes(int count) {
    char *input = malloc((size_t)count * 16 + 100);
    assert_non_null(input);
    size_t len = (size_t)sprintf(input, "<p");
    for (int i = 0; i < count; i++)
        len += (size_t)sprintf(input + len, " a%d=''", i);
    len += (size_t)sprintf(input + len, "/>");
    return (struct str){input, len};
}

static void test_attributes_are_bounded(void **state) {
    (void)state;
    static const struct {
        int count;
        enum err_code code;
    } cases[] = {{LIMIT_XML_ATTRIBUTES, ERR_NONE},
                 {LIMIT_XML_ATTRIBUTES + 1, ERR_XML_LIMIT},
                 {1000000, ERR_XML_LIMIT}}; /* in time: the parser compares each with each */
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct session session = {0};
        struct str input = many_attributes(cases[i].count);
        assert_int_equal(run(&session, input, 0), cases[i].code);
        free((char *)input.ptr);
    }
}

static void test_long_tag_is_bounded(void **state) {
    (void)state;
    size_t size = LIMIT_XML_TAG_BYTES + (1 << 17);
    char *input = malloc(size);
    assert_non_null(input);
    memset(input, 'x', size);
    memcpy(input, "<p a='", 6);
    memcpy(input + size - 3, "'/>", 3);
    struct session session = {0};
    assert_int_equal(run(&session, (struct str){input, size}, 0), ERR_XML_LIMIT);
    size = 60000; /* as the longest real one */
    memcpy(input + size - 3, "'/>", 3);
    assert_int_equal(run(&session, (struct str){input, size}, 0), ERR_NONE);
    free(input);
}

static void test_depth_is_bounded(void **state) {
    (void)state;
    for (uint32_t depth = LIMIT_XML_DEPTH; depth <= LIMIT_XML_DEPTH + 1; depth++) {
        char input[8 * LIMIT_XML_DEPTH];
        size_t len = 0;
        for (uint32_t i = 0; i < depth; i++)
            len += (size_t)sprintf(input + len, "<p>");
        for (uint32_t i = 0; i < depth; i++)
            len += (size_t)sprintf(input + len, "</p>");
        struct session session = {0};
        assert_int_equal(run(&session, (struct str){input, len}, 0),
                         depth > LIMIT_XML_DEPTH ? ERR_XML_LIMIT : ERR_NONE);
    }
}

static void test_source_that_fails(void **state) {
    (void)state;
    struct err err = {0};
    struct xml_reader reader = {.fill = fill_badly, .start = start, .part = "part.xml"};
    assert_false(xml_read(&reader, &err));
    assert_int_equal(err.code, ERR_ZIP_CORRUPT);
}

static void test_integers_and_switches(void **state) {
    (void)state;
    int32_t value = 7;
    assert_true(ooxml_integer(str_of(" -12\n"), &value));
    assert_int_equal(value, -12);
    assert_true(ooxml_integer(str_of("+2147483647"), &value));
    assert_int_equal(value, INT32_MAX);
    static const char *const bad[] = {"", "-", "2147483648", "1e3", "2.5", "99999999999999999999"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        value = 7;
        assert_false(ooxml_integer(str_of(bad[i]), &value));
        assert_int_equal(value, 7);
    }
    assert_true(ooxml_is_on(str_of("")) && ooxml_is_on(str_of("1")) && ooxml_is_on(str_of("true")));
    assert_false(ooxml_is_on(str_of("0")) || ooxml_is_on(str_of("false")) ||
                 ooxml_is_on(str_of("off")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_events),
        cmocka_unit_test(test_namespaces_not_prefixes),
        cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_preserved_space),
        cmocka_unit_test(test_prefixes_in_scope),
        cmocka_unit_test(test_skipping_and_stopping),
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_declarations_of_types_are_refused),
        cmocka_unit_test(test_malformed),
        cmocka_unit_test(test_attributes_are_bounded),
        cmocka_unit_test(test_long_tag_is_bounded),
        cmocka_unit_test(test_depth_is_bounded),
        cmocka_unit_test(test_source_that_fails),
        cmocka_unit_test(test_integers_and_switches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
