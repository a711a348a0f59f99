-- Neovim's own client, with editors/neovim on the runtime path and `vrp` on the path, opens VRP_PEER and VRP_FILE and prints what it is
-- given, one thing a line. neovim 0.7 (Debian 12) has neither `-l` nor vim.lsp.start.
local function say(kind, text) io.stdout:write(kind .. ' ' .. text:gsub('\n', ' ') .. '\n') end
local patience = 20000

-- The end of the first place where `text` stands, as the protocol counts.
local function after(text)
  for row, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local _, stop = line:find(text, 1, true)
    if stop then return { line = row - 1, character = stop } end
  end
  error('not in the file: ' .. text)
end

local ok, problem = pcall(function()
  for _, file in ipairs({ os.getenv('VRP_PEER'), os.getenv('VRP_FILE') }) do
    vim.cmd('edit ' .. vim.fn.fnameescape(file))
    assert(vim.bo.filetype == 'vrp', 'the file type is ' .. vim.bo.filetype)
  end
  local id = next(vim.lsp.get_active_clients()) and vim.lsp.get_active_clients()[1].id
  assert(vim.wait(patience, function() id = id or (vim.lsp.get_active_clients()[1] or {}).id; return id end, 50), 'the client does not start')
  assert(vim.wait(patience, function() local client = vim.lsp.get_client_by_id(id); return client and client.initialized end, 50), 'the server does not answer')
  assert(vim.wait(patience, function()
    for _, one in ipairs(vim.diagnostic.get(0)) do if one.code == os.getenv('VRP_RULE') then return true end end
    return false
  end, 50), 'no diagnostics')
  for _, one in ipairs(vim.diagnostic.get(0)) do say('diagnostic', ('%d %s %s'):format(one.lnum + 1, one.code or '', one.message)) end

  say('servers', tostring(#vim.lsp.get_active_clients()))
  assert(vim.fn.exists(':VrpPairTable') == 2, 'no commands')

  local function ask(method, place)
    local parameters = { textDocument = vim.lsp.util.make_text_document_params(), position = place }
    local answers, timeout = vim.lsp.buf_request_sync(0, method, parameters, patience)
    assert(answers and answers[id], timeout)
    assert(not answers[id].err, vim.inspect(answers[id].err))
    return answers[id].result
  end
  local completion = ask('textDocument/completion', after(os.getenv('VRP_COMPLETE_AFTER')))
  for _, item in ipairs(vim.lsp.util.text_document_completion_list_to_complete_items(completion, '')) do say('completion', item.abbr or item.word) end
  local hover = ask('textDocument/hover', after(os.getenv('VRP_HOVER_AFTER')))
  say('hover', table.concat(vim.lsp.util.convert_input_to_markdown_lines(hover.contents), ' '))
  vim.lsp.stop_client(id)
end)
if not ok then say('failed', tostring(problem)); vim.cmd('cquit 1') end
vim.cmd('qall!')
