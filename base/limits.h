/* Every bound of the program in one place. Each is checked where the thing it bounds is made.
 *
 * The figures leave ample room above the largest of 2,930 real Word documents that were measured:
 * 4.2 MB file, 12.6 MB main part, ratio 94:1, depth 29, 63 columns, 948 rows, 11,505 cells. */
#ifndef HEJI_BASE_LIMITS_H
#define HEJI_BASE_LIMITS_H

#define LIMIT_FILE_BYTES (256u << 20)    /* bytes of an input file */
#define LIMIT_TEXT_BYTES (32u << 20)     /* bytes of a text input: 500 times a long report */
#define LIMIT_TEXT_LINES 400000u         /* lines of a text input */
#define LIMIT_ZIP_ENTRIES 10000u         /* entries of a package; the largest real one has 291 */
#define LIMIT_PART_BYTES (128u << 20)    /* inflated bytes of one XML part */
#define LIMIT_WHOLE_BYTES (1u << 20)     /* inflated bytes of a part that is unpacked at once */
#define LIMIT_PACKAGE_BYTES (256u << 20) /* inflated bytes of all parts that are read */
#define LIMIT_INFLATE_RATIO 200u         /* inflated : packed bytes of a part ... */
#define LIMIT_INFLATE_FREE (1u << 20)    /* ... once it has passed this many bytes */
#define LIMIT_XML_DEPTH 256u             /* open elements; libxml2 has the same bound */
#define LIMIT_XML_ATTRIBUTES 1024u       /* attributes of one element */
#define LIMIT_XML_TAG_BYTES (2u << 20)   /* bytes of one tag; the largest real one has 59 kB */
#define LIMIT_PASSAGE_BYTES (16u << 20)  /* text of one paragraph, cell, text box or note */
#define LIMIT_STYLE_CHAIN 64u          /* styles based on each other; numberings linked likewise */
#define LIMIT_TABLE_DEPTH 32u          /* tables nested in tables */
#define LIMIT_GRID_COLS 1024u          /* grid columns of a table; Word writes at most 63 */
#define LIMIT_GRID_ROWS 200000u        /* rows of a table */
#define LIMIT_CELLS 5000000u           /* cells, and grid slots, of one document */
#define LIMIT_PARAGRAPHS 1000000u      /* paragraphs of one document */
#define LIMIT_ARENA_BYTES (384u << 20) /* bytes that one document may take for its model */
#define LIMIT_WARNINGS 200u            /* warnings kept for one document; more are counted */
#define LIMIT_FINDINGS 10000u          /* findings kept for one document; more are counted */
#define LIMIT_EVIDENCE 40u             /* places shown with one finding; its check names all */
#define LIMIT_STATEMENT_MEMBERS 512u   /* parts of one whole in prose */
#define LIMIT_NUMBER_DIGITS 60u        /* digits of a number; decimals carry up to 76 */
#define LIMIT_FOLDER_DEPTH 64u         /* folders within folders below a path argument */
#define LIMIT_JOBS 256u                /* worker processes */
#define LIMIT_DOCUMENT_SECONDS 60u     /* for one document; the slowest hostile one takes 3 */
#define LIMIT_WORKER_BYTES (3ul << 29) /* address space of a worker: arena, package, XML and text */
#define LIMIT_RESULT_BYTES (1ul << 30) /* of one document, as a worker hands it over */
#define LIMIT_PROFILE_BYTES (1u << 20) /* bytes of a profile of the user's own; ours have 2 kB */
#define LIMIT_PROFILE_ARENA (16u << 20) /* bytes that the rules of a profile may take */
#define LIMIT_LOCAL_RULES 64u           /* rules of a profile: each looks at the whole record */
#define LIMIT_LOCAL_TERMS 32u           /* selections of one such rule */

#endif
