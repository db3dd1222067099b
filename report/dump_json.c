#include "report/dump_json.h"

#include "base/json.h"

enum { DRAIN_BYTES = 64 << 10 };

struct dump {
    const struct document *document;
    struct json_writer w;
    FILE *out;
    bool failed;
};

/* Hands over what is written so far once it is worth a call; the writer's state stays. */
static void drain(struct dump *dump, size_t above) {
    if (dump->w.len <= above)
        return;
    dump->failed |= fwrite(dump->w.ptr, 1, dump->w.len, dump->out) != dump->w.len;
    dump->w.len = 0;
}

/* What the file says. Text has lost its layout, so that its understood form is as
 * good as its own words; a Word document's words stand. */
static struct str literal(const struct passage *passage) {
    bool word = passage->at.line == PLACE_NONE;
    return word && passage->raw.len > 0 ? passage->raw : passage->text;
}

static void put_runs(struct dump *dump, const struct passage *passage) {
    json_begin_array(&dump->w, "runs");
    for (uint32_t i = 0; i < passage->mark_count; i++) {
        json_begin_object(&dump->w, NULL);
        json_integer(&dump->w, "start", passage->marks[i].offset);
        json_integer(&dump->w, "offset", passage->marks[i].byte);
        json_end_object(&dump->w);
    }
    json_end_array(&dump->w);
}

/* Where the passage stands in the file. */
static void put_place(struct dump *dump, const char *key, const struct passage *passage) {
    struct str part = dump->document->parts[passage->part];
    json_begin_object(&dump->w, key);
    if (part.len > 0)
        json_string(&dump->w, "part", part);
    json_integer(&dump->w, "offset", passage->byte);
    if (passage->mark_count > 0)
        put_runs(dump, passage);
    json_end_object(&dump->w);
    drain(dump, DRAIN_BYTES);
}

static void put_cell(struct dump *dump, const struct cell *cell) {
    json_begin_object(&dump->w, NULL);
    json_integer(&dump->w, "row", cell->row);
    json_integer(&dump->w, "col", cell->col);
    json_integer(&dump->w, "rowspan", cell->rowspan);
    json_integer(&dump->w, "colspan", cell->colspan);
    json_string(&dump->w, "text", literal(&cell->passage));
    if (dump->document->traced)
        put_place(dump, "place", &cell->passage);
    json_end_object(&dump->w);
    drain(dump, DRAIN_BYTES);
}

static void put_tables(struct dump *dump, const struct document *document) {
    json_begin_array(&dump->w, "tables");
    for (size_t i = 0; i < document->tables.count; i++) {
        const struct table *table = &document->tables.items[i];
        json_begin_object(&dump->w, NULL);
        json_integer(&dump->w, "rows", table->rows);
        json_integer(&dump->w, "cols", table->cols);
        json_begin_array(&dump->w, "cells");
        for (uint32_t c = 0; c < table->cell_count; c++)
            put_cell(dump, &table->cells[c]);
        json_end_array(&dump->w);
        json_end_object(&dump->w);
        drain(dump, DRAIN_BYTES);
    }
    json_end_array(&dump->w);
}

static struct str numbering_of(const struct passage *passage) {
    return passage->numbering;
}

static struct str hidden_of(const struct passage *passage) {
    return passage->hidden;
}

/* One layer that stands apart, of paragraphs and cells: each piece with its place. */
static void put_layer(struct dump *dump, const char *key, const struct document *document,
                      struct str (*layer_of)(const struct passage *)) {
    json_begin_array(&dump->w, key);
    for (size_t i = 0; i < document->paragraphs.count; i++) {
        struct str text = layer_of(&document->paragraphs.items[i]);
        if (text.len == 0)
            continue;
        json_begin_object(&dump->w, NULL);
        json_integer(&dump->w, "paragraph", (int64_t)i);
        json_string(&dump->w, "text", text);
        json_end_object(&dump->w);
        drain(dump, DRAIN_BYTES);
    }
    for (size_t i = 0; i < document->tables.count; i++) {
        const struct table *table = &document->tables.items[i];
        for (uint32_t c = 0; c < table->cell_count; c++) {
            struct str text = layer_of(&table->cells[c].passage);
            if (text.len == 0)
                continue;
            json_begin_object(&dump->w, NULL);
            json_integer(&dump->w, "table", (int64_t)i);
            json_integer(&dump->w, "row", table->cells[c].row);
            json_integer(&dump->w, "col", table->cells[c].col);
            json_string(&dump->w, "text", text);
            json_end_object(&dump->w);
            drain(dump, DRAIN_BYTES);
        }
    }
    json_end_array(&dump->w);
}

static void put_passages(struct dump *dump, const char *key, const struct passage *passages,
                         size_t count) {
    json_begin_array(&dump->w, key);
    for (size_t i = 0; i < count; i++) {
        json_string(&dump->w, NULL, literal(&passages[i]));
        drain(dump, DRAIN_BYTES);
    }
    json_end_array(&dump->w);
}

static void put_place_list(struct dump *dump, const char *key, const struct passage *passages,
                           size_t count) {
    json_begin_array(&dump->w, key);
    for (size_t i = 0; i < count; i++)
        put_place(dump, NULL, &passages[i]);
    json_end_array(&dump->w);
}

/* Texts that are mere strings have their places beside them. */
static void put_places(struct dump *dump) {
    const struct document *d = dump->document;
    json_begin_object(&dump->w, "places");
    put_place_list(dump, "paragraphs", d->paragraphs.items, d->paragraphs.count);
    put_place_list(dump, "notes", d->notes.items, d->notes.count);
    put_place_list(dump, "textboxes", d->textboxes.items, d->textboxes.count);
    json_end_object(&dump->w);
}

bool dump_json(const struct document *document, FILE *out) {
    struct dump dump = {.document = document, .out = out};
    json_begin_object(&dump.w, NULL);
    put_passages(&dump, "paragraphs", document->paragraphs.items, document->paragraphs.count);
    put_tables(&dump, document);
    put_layer(&dump, "numbering", document, numbering_of);
    put_layer(&dump, "hidden", document, hidden_of);
    put_passages(&dump, "notes", document->notes.items, document->notes.count);
    put_passages(&dump, "textboxes", document->textboxes.items, document->textboxes.count);
    if (document->traced)
        put_places(&dump);
    json_end_object(&dump.w);
    json_raw(&dump.w, "\n");
    drain(&dump, 0);
    bool ok = !dump.failed && !dump.w.failed;
    json_writer_clear(&dump.w);
    return ok;
}
