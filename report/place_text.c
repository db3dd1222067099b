#include "report/place_text.h"

bool place_text_is_known(const struct place *place) {
    return place->line != PLACE_NONE || place->paragraph != PLACE_NONE ||
           place->table != PLACE_NONE;
}

static void cell_text(struct screen *screen, const struct place *place) {
    screen_format(screen, screen_word(screen, "表 %d", "table %d"), place->table + 1);
    if (place->row != PLACE_NONE)
        screen_format(screen, screen_word(screen, " 第 %d 行", ", row %d"), place->row + 1);
    if (place->col != PLACE_NONE)
        screen_format(screen, screen_word(screen, "第 %d 列", ", column %d"), place->col + 1);
}

void place_text(struct screen *screen, const struct place *place) {
    bool in_table = place->table != PLACE_NONE;
    if (place->line != PLACE_NONE) {
        screen_format(screen, screen_word(screen, "第 %d 行", "line %d"), place->line);
        if (in_table) {
            screen_put(screen, screen_word(screen, "（", " ("));
            cell_text(screen, place);
            screen_put(screen, screen_word(screen, "）", ")"));
        }
    } else if (in_table) {
        cell_text(screen, place);
    } else if (place->paragraph != PLACE_NONE) {
        screen_format(screen, screen_word(screen, "第 %d 段", "paragraph %d"),
                      place->paragraph + 1);
    }
}
