{
  "targets": [
    {
      "target_name": "tree_sitter_vrp_binding",
      "defines": ["NAPI_VERSION=8"],
      "include_dirs": ["src"],
      "sources": ["bindings/node/binding.c", "src/parser.c", "src/scanner.c"],
      "conditions": [
        ["OS=='win'", { "msvs_settings": { "VCCLCompilerTool": { "AdditionalOptions": ["/std:c11", "/utf-8"] } } }, { "cflags_c": ["-std=c11"] }]
      ]
    }
  ]
}
