// The grammar for the package `tree-sitter`, once it is built here: `node-gyp rebuild`.
module.exports = require('../../build/Release/tree_sitter_vrp_binding.node');
module.exports.nodeTypeInfo = require('../../src/node-types.json');
