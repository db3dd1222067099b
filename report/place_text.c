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

bool place_text_range(struct screen *screen, const struct place *first, const struct place *last) {
    bool column = first->col == last->col && first->row < last->row;
    bool row = first->row == last->row && first->col < last->col;
    if (first->table == PLACE_NONE || first->table != last->table || first->row == PLACE_NONE ||
        first->col == PLACE_NONE || !(column || row))
        return false;
    screen_format(screen, screen_word(screen, "表 %d", "table %d"), first->table + 1);
    if (column)
        screen_format(screen,
                      screen_word(screen, " 第 %d—%d 行第 %d 列", ", rows %d-%d, column %d"),
                      first->row + 1, last->row + 1, first->col + 1);
    else
        screen_format(screen,
                      screen_word(screen, " 第 %d 行第 %d—%d 列", ", row %d, columns %d-%d"),
                      first->row + 1, first->col + 1, last->col + 1);
    if (first->line != PLACE_NONE && last->line > first->line)
        screen_format(screen,
                      screen_word(screen,
                                  "（第 %d—%d "
                                  "行）",
                                  " (lines %d-%d)"),
                      first->line, last->line);
    return true;
}
