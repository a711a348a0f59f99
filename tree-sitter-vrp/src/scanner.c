// What a regular expression cannot say, without any state: where lists are cut into chunks, the start of a file, and the
// text of banners and keys. A cut depends on the line behind it alone, so an edit moves at most the cuts beside it and every
// list of the tree stays short.
#include "tree_sitter/parser.h"

enum Token { CHUNK_END, PART_END, FILE_END, FILE_START, INDENTED_FILE_START, BANNER_TEXT, KEY_TEXT };

void *tree_sitter_vrp_external_scanner_create(void) { return 0; }
void tree_sitter_vrp_external_scanner_destroy(void *payload) { (void)payload; }
unsigned tree_sitter_vrp_external_scanner_serialize(void *payload, char *buffer) {
  (void)payload;
  (void)buffer;
  return 0;
}
void tree_sitter_vrp_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  (void)payload;
  (void)buffer;
  (void)length;
}

static bool at_end(TSLexer *lexer) { return lexer->lookahead == 0 && lexer->eof(lexer); }

static bool at_blank(TSLexer *lexer) {
  int32_t c = lexer->lookahead;
  return c == ' ' || c == '\t' || c == '\v' || c == '\f' || (c == 0 && !lexer->eof(lexer));
}

static bool at_line_end(TSLexer *lexer) {
  return lexer->lookahead == '\n' || lexer->lookahead == '\r' || at_end(lexer);
}

static void skip_blanks(TSLexer *lexer) {
  while (at_blank(lexer)) lexer->advance(lexer, false);
}

static void skip_line_end(TSLexer *lexer) {
  bool carriage_return = lexer->lookahead == '\r';
  lexer->advance(lexer, false);
  if (carriage_return && lexer->lookahead == '\n') lexer->advance(lexer, false);
}

// One line in 64 begins a new chunk. Indented and blank lines count for parts only.
static bool cuts(TSLexer *lexer) {
  if (at_line_end(lexer)) return false;
  // Every line is asked, so little of an indented one is read: what tells it from its neighbours stands early.
  unsigned limit = at_blank(lexer) ? 24 : 64;
  uint32_t hash = 2166136261u;
  for (unsigned n = 0; n < limit && !at_line_end(lexer); n++) {
    hash = (hash ^ (uint32_t)lexer->lookahead) * 16777619u;
    lexer->advance(lexer, false);
  }
  hash ^= hash >> 15;
  return (hash & 63) == 0;
}

// The rest of a line that is nothing but '#'.
static bool lone_separator(TSLexer *lexer) {
  if (lexer->lookahead != '#') return false;
  lexer->advance(lexer, false);
  skip_blanks(lexer);
  return at_line_end(lexer);
}

// From the opening quote to the one that ends a line (on the first line: to its last quote), or else to a lone '#'. Empty where
// the line ends: were there no token, the end of a part could not be told in the same place.
static bool banner(TSLexer *lexer) {
  if (lexer->lookahead != '"') {
    lexer->mark_end(lexer);
    return at_line_end(lexer);
  }
  bool quoted = false, first_line = true, closed = false;
  lexer->advance(lexer, false);
  for (;;) {
    if (at_end(lexer)) {
      if (!closed) lexer->mark_end(lexer);
      return true;
    }
    if (lexer->lookahead == '\n' || lexer->lookahead == '\r') {
      if (quoted || closed) return true;
      first_line = false;
      lexer->mark_end(lexer);
      skip_line_end(lexer);
      if (lone_separator(lexer)) return true;
      continue;
    }
    int32_t c = lexer->lookahead;
    lexer->advance(lexer, false);
    if (c == '"' || c == 0x201D) {
      quoted = true;
      lexer->mark_end(lexer);
      if (first_line) closed = c == '"' || closed;
    } else if (c != ' ' && c != '\t' && c != '\v' && c != '\f' && c != 0) {
      quoted = false;
    }
  }
}

// To the line 'public-key-code end', or else to a lone '#'; may be empty.
static bool key(TSLexer *lexer) {
  if (!at_blank(lexer) && !at_line_end(lexer)) return false;
  for (;;) {
    while (!at_line_end(lexer)) lexer->advance(lexer, false);
    lexer->mark_end(lexer);
    if (at_end(lexer)) return true;
    skip_line_end(lexer);
    if (lone_separator(lexer)) return true;
    skip_blanks(lexer);
    const char *end = "public-key-code";
    while (*end && lexer->lookahead == *end) {
      lexer->advance(lexer, false);
      end++;
    }
    if (!*end && at_blank(lexer)) {
      skip_blanks(lexer);
      for (end = "end"; *end && lexer->lookahead == *end; end++) lexer->advance(lexer, false);
      if (!*end && (at_blank(lexer) || at_line_end(lexer))) return true;
    }
  }
}

bool tree_sitter_vrp_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  (void)payload;
  // After an error every token would be valid; no text leads there.
  if (valid[BANNER_TEXT] && valid[KEY_TEXT]) return false;

  if (valid[BANNER_TEXT] || valid[KEY_TEXT]) {
    if (valid[BANNER_TEXT]) {
      lexer->result_symbol = BANNER_TEXT;
      return banner(lexer);
    }
    lexer->result_symbol = KEY_TEXT;
    return key(lexer);
  }

  if (valid[FILE_START]) {
    // A byte order mark is handed in as a blank by the reader; other readers leave it to the runtime, which drops it.
    while (lexer->lookahead == 0xFEFF || lexer->lookahead == 0xFFFE) lexer->advance(lexer, false);
    lexer->result_symbol = FILE_START;
    while (at_blank(lexer)) {
      lexer->result_symbol = INDENTED_FILE_START;
      lexer->advance(lexer, false);
    }
    lexer->mark_end(lexer);
    return true;
  }

  if (!valid[FILE_END] && !valid[PART_END] && !valid[CHUNK_END]) return false;
  lexer->mark_end(lexer); // these take no room: what is read below is only looked at
  bool end = at_end(lexer);
  if (valid[FILE_END] && end) {
    lexer->result_symbol = FILE_END;
    return true;
  }
  if (!valid[PART_END] && !valid[CHUNK_END]) return false;
  lexer->result_symbol = valid[PART_END] ? PART_END : CHUNK_END;
  if (end) return true;
  if (lexer->lookahead != '\n' && lexer->lookahead != '\r') return false;
  skip_line_end(lexer);
  if (lexer->lookahead == '#') return valid[PART_END];
  if (!valid[PART_END] && at_blank(lexer)) return false;
  return cuts(lexer);
}
