-- For Neovim 0.11 and later: vim.lsp.enable('vrp') reads this. One server a workspace.
return { cmd = { 'vrp', 'lsp', '--stdio' }, filetypes = { 'vrp' }, root_markers = { '.vrp.json', '.git' } }
