# heji: `make` builds build/heji; `make help` names the rest.
BUILD ?= build
CC ?= cc
PACKAGES = libxml-2.0 libzip libpcre2-8 libcjson nettle gmp
WARN = -Wall -Wextra -Wpedantic -Wshadow -Werror
CFLAGS ?= -O2 -g
CPPFLAGS += -I. $(shell pkg-config --cflags $(PACKAGES)) -DHEJI_VERSION='"$(VERSION)"'
LDLIBS = $(shell pkg-config --libs $(PACKAGES)) -lunistring -lpthread
VERSION = 0.1.0

SOURCES = $(wildcard base/*.c model/*.c ingest/*.c extract/*.c normalize/*.c validate/*.c report/*.c)
OBJECTS = $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/data.o
TESTS = $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/*/*_test.c))
DATA = $(wildcard extract/*.json validate/profiles/*.json normalize/*.json)

all: $(BUILD)/heji

$(BUILD)/heji: $(BUILD)/tools/heji.o $(BUILD)/libheji.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/libheji.a: $(OBJECTS)
	rm -f $@ && ar rcs $@ $^

$(BUILD)/data.c: tools/embed.sh $(DATA)
	@mkdir -p $(@D)
	sh tools/embed.sh $(DATA) > $@

$(BUILD)/data.o: $(BUILD)/data.c
	$(CC) -std=c11 $(CPPFLAGS) $(CFLAGS) $(WARN) -c -o $@ $<

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(CPPFLAGS) $(CFLAGS) $(WARN) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(BUILD)/libheji.a
	@mkdir -p $(@D)
	$(CC) -std=c11 $(CPPFLAGS) $(CFLAGS) $(WARN) -MMD -MP $(LDFLAGS) -o $@ $< $(BUILD)/libheji.a -lcmocka $(LDLIBS)

clean:
	rm -rf $(BUILD)

.PHONY: all clean
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
