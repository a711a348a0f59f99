-- By content: the names .cfg, .conf and .txt say nothing.
vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  pattern = { '*.vrp', 'vrpcfg.cfg', '*.vrp.cfg' },
  callback = function() vim.bo.filetype = 'vrp' end,
})
vim.api.nvim_create_autocmd('BufRead', {
  pattern = { '*.cfg', '*.conf', '*.txt', '*.log' },
  callback = function(event)
    if require('vrp').is_vrp(vim.api.nvim_buf_get_lines(event.buf, 0, 300, false)) then vim.bo[event.buf].filetype = 'vrp' end
  end,
})
