#include "model/reading.h"

uint32_t reading_mention_of(const struct reading *reading, uint32_t table, uint32_t cell) {
    uint32_t slot = reading->cell_mentions[reading->table_offsets[table] + cell];
    return slot ? slot - 1 : STATEMENT_NO_MENTION;
}
