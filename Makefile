# heji: `make` builds build/heji; `make help` names the rest.
BUILD ?= build
CC ?= cc
# -O3 and calls into the libraries without a jump table: five per cent of a run
CFLAGS ?= -O3 -g -fno-plt
PREFIX ?= /usr/local
VERSION = 0.1.0
PACKAGES = libxml-2.0 libzip libdeflate libpcre2-8 libcjson nettle gmp libseccomp

WARN = -Wall -Wextra -Wpedantic -Wshadow -Werror
INCLUDE := -I. $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
DEFINE = -D_POSIX_C_SOURCE=200809L -DHEJI_VERSION='"$(VERSION)"'
LDLIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lunistring -lpthread
COMPILE = $(CC) -std=c11 $(INCLUDE) $(DEFINE) $(CPPFLAGS) $(CFLAGS) $(WARN) -MMD -MP

FOLDERS = base model ingest extract normalize validate report
SOURCES = $(wildcard $(FOLDERS:%=%/*.c))
TOOLS = $(wildcard tools/*.c)
OBJECTS = $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/data.o
TOOL_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(filter-out tools/heji.c,$(TOOLS)))
TESTS = $(patsubst %.c,$(BUILD)/%,$(wildcard tests/*/*_test.c))
DATA = $(wildcard extract/*.json validate/profiles/*.json normalize/*.json)
C_FILES = $(wildcard $(FOLDERS:%=%/*.[ch]) tools/*.[ch] tests/*/*.[ch])
SCRIPTS = $(wildcard tools/*.sh tests/*.sh tests/*/*.sh) .ci/run

SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
GRIND = valgrind --quiet --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite

all: $(BUILD)/heji

$(BUILD)/heji: $(TOOLS:%.c=$(BUILD)/%.o) $(BUILD)/libheji.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/libheji.a: $(OBJECTS)
	@rm -f $@
	ar qcs $@ $^ # q: files of the same name in two folders both stay

$(BUILD)/data.c: tools/embed.sh $(DATA)
	@mkdir -p $(@D)
	sh tools/embed.sh $(DATA) > $@

$(BUILD)/data.o: $(BUILD)/data.c
	$(COMPILE) -c -o $@ $<

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(BUILD)/libheji.a
	@mkdir -p $(@D)
	$(COMPILE) $(LDFLAGS) -o $@ $< $(BUILD)/libheji.a -lcmocka $(LDLIBS)

# the tests of tools/ bring a main of their own
$(BUILD)/tests/tools/%: tests/tools/%.c $(TOOL_OBJECTS) $(BUILD)/libheji.a
	@mkdir -p $(@D)
	$(COMPILE) $(LDFLAGS) -o $@ $< $(TOOL_OBJECTS) $(BUILD)/libheji.a -lcmocka $(LDLIBS)

tests: $(TESTS)

check: all tests
	sh tests/run.sh $(BUILD)

asan:
	$(MAKE) BUILD=$(BUILD)-asan \
	    CFLAGS="-O1 -g $(SANITIZE)" LDFLAGS="$(SANITIZE)" check

valgrind: all tests
	HEJI_RUNNER="$(GRIND)" sh tests/run.sh $(BUILD)

# cppcheck stumbles over compound literals behind ?: and over GMP's arrays, which their init fills
lint:
	clang-format --dry-run -Werror $(C_FILES)
	cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr -j 2 -I. $(DEFINE) \
	    --enable=warning,performance,portability --suppress=missingIncludeSystem \
	    --suppress=internalAstError --suppress=uninitvar:model/decimal.c $(SOURCES) $(TOOLS)
	printf '%s\n' $(SOURCES) $(TOOLS) | xargs -P 2 -n 6 clang-tidy --quiet --warnings-as-errors='*'
	shellcheck $(SCRIPTS)

gold: all
	@test -n "$(GOLD)" || { echo "usage: make gold GOLD=DIR"; exit 2; }
	sh tools/gold.sh $(BUILD)/heji $(GOLD)

bench: all
	sh tests/bench/run.sh $(BUILD)/heji $(BUILD)/bench

# COUNT pairs of clean and dirty reports; tools/measure.sh says what is printed
measure: all
	sh tools/measure.sh $(BUILD)/heji $(BUILD)/measure $(or $(COUNT),2000) $(or $(SEED),1)

coverage:
	$(MAKE) --silent BUILD=$(BUILD)-coverage CFLAGS="-O0 -g --coverage" WARN= all \
	    $(patsubst %.c,$(BUILD)-coverage/%,$(wildcard tests/ingest/*_test.c tests/normalize/*_test.c))
	sh tests/coverage.sh $(BUILD)-coverage

# libFuzzer, SECONDS a target; not part of check
fuzz:
	sh tests/fuzz/fuzz.sh $(or $(SECONDS),60)

install: all
	install -D -m 755 $(BUILD)/heji $(DESTDIR)$(PREFIX)/bin/heji
	install -D -m 644 tools/heji.1 $(DESTDIR)$(PREFIX)/share/man/man1/heji.1
	install -D -m 644 tools/heji.bash \
	    $(DESTDIR)$(PREFIX)/share/bash-completion/completions/heji
	install -D -m 644 tools/_heji $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_heji

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/heji $(DESTDIR)$(PREFIX)/share/man/man1/heji.1 \
	    $(DESTDIR)$(PREFIX)/share/bash-completion/completions/heji \
	    $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_heji

clean:
	rm -rf $(BUILD) $(BUILD)-asan $(BUILD)-coverage

help:
	@echo "make             build $(BUILD)/heji"
	@echo "make check       build and run every test"
	@echo "make asan        the same under AddressSanitizer and UBSan, in $(BUILD)-asan"
	@echo "make valgrind    every test under valgrind"
	@echo "make lint        clang-format, cppcheck, clang-tidy, shellcheck"
	@echo "make gold        hold the records against hand-made ones: GOLD=DIR"
	@echo "make bench       speed and memory on generated documents"
	@echo "make measure     recall and precision on planted errors: COUNT=2000 SEED=1"
	@echo "make coverage    lines of ingest/ and normalize/ that their tests run"
	@echo "make fuzz        run the fuzz targets with clang: SECONDS=60 a target"
	@echo "make install     program, man page, completions: PREFIX=$(PREFIX) DESTDIR="
	@echo "make uninstall   remove them"
	@echo "make clean       remove what was built"

.PHONY: all tests check asan valgrind lint gold bench measure coverage fuzz install uninstall clean help
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
