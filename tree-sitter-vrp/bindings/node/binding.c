// Hands the grammar to the package `tree-sitter`: an object whose `language` is a tagged pointer. C alone, so that it needs no
// header besides Node's.
#include <node_api.h>

typedef struct TSLanguage TSLanguage;
const TSLanguage *tree_sitter_vrp(void);

// By this tag the package knows that a pointer is a language.
static const napi_type_tag language_tag = {0x8AF2E5212AD58ABF, 0xD5006CAD83ABBA16};

static napi_value init(napi_env env, napi_value exports) {
  napi_value language, name;
  if (napi_create_external(env, (void *)tree_sitter_vrp(), NULL, NULL, &language) != napi_ok) return NULL;
  if (napi_type_tag_object(env, language, &language_tag) != napi_ok) return NULL;
  if (napi_set_named_property(env, exports, "language", language) != napi_ok) return NULL;
  if (napi_create_string_utf8(env, "vrp", NAPI_AUTO_LENGTH, &name) != napi_ok) return NULL;
  if (napi_set_named_property(env, exports, "name", name) != napi_ok) return NULL;
  return exports;
}

NAPI_MODULE(NODE_GYP_MODULE_NAME, init)
