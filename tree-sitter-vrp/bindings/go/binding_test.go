package tree_sitter_vrp_test

import (
	"testing"

	tree_sitter "github.com/tree-sitter/go-tree-sitter"
	tree_sitter_vrp "github.com/vrp-tools/vrp-hot-backup/tree-sitter-vrp/bindings/go"
)

func TestCanLoadGrammar(t *testing.T) {
	language := tree_sitter.NewLanguage(tree_sitter_vrp.Language())
	if language == nil {
		t.Errorf("Error loading Huawei VRP grammar")
	}
}
