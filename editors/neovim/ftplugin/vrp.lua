vim.bo.shiftwidth, vim.bo.tabstop, vim.bo.expandtab = 1, 1, true
vim.bo.commentstring = '# %s'
-- From 0.11 on lsp/vrp.lua and vim.lsp.enable do this.
if not vim.lsp.enable then require('vrp').attach(vim.api.nvim_get_current_buf()) end
-- Colours by the grammar where its parser is installed, for Neovim 0.9 and later.
if vim.treesitter.start then pcall(vim.treesitter.start) end
