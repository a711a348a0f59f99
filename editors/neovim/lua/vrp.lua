-- What the other files of this plugin share: whether a text is a VRP configuration, and the one server of a workspace.
local M = {}

M.root_markers = { '.vrp.json', '.git' }
M.cmd = { 'vrp', 'lsp', '--stdio' }

local marks = {
  '^!Software Version V%d%d%dR%d%d%d', '^%[V%d%d%dR%d%d%dC', '^# ?RANCID%-CONTENT%-TYPE: ?vrp', '^ ?sysname %S',
  '^remote%-backup%-service ', '^remote%-backup%-profile ', '^interface Eth%-Trunk', '^undo icmp ',
}

--- Whether the lines of a buffer are a VRP configuration: one mark of it, and a '#' alone on a line.
function M.is_vrp(lines)
  local marked, separated = false, false
  for _, line in ipairs(lines) do
    separated = separated or line:match('^#%s*$') ~= nil
    for _, mark in ipairs(marks) do marked = marked or line:match(mark) ~= nil end
    if marked and separated then return true end
  end
  return false
end

--- The folder above a file that holds one of the markers; the file's own folder where none does.
function M.root(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local above = folder
  while true do
    for _, marker in ipairs(M.root_markers) do
      if vim.fn.isdirectory(above .. '/' .. marker) == 1 or vim.fn.filereadable(above .. '/' .. marker) == 1 then return above end
    end
    local parent = vim.fn.fnamemodify(above, ':h')
    if parent == above then return folder end
    above = parent
  end
end

local ids = {}

--- Attaches a buffer to the server of its workspace, which is started for the first of its files only.
function M.attach(buffer)
  local root = M.root(vim.api.nvim_buf_get_name(buffer))
  local config = { name = 'vrp', cmd = M.cmd, root_dir = root }
  -- vim.lsp.start (0.8) finds the server of a folder again by itself.
  if vim.lsp.start then return vim.lsp.start(config, { bufnr = buffer }) end
  local client = ids[root] and vim.lsp.get_client_by_id(ids[root])
  if not client or client.is_stopped() then ids[root] = vim.lsp.start_client(config) end
  if ids[root] then vim.lsp.buf_attach_client(buffer, ids[root]) end
  return ids[root]
end

--- Runs a command of the server about this buffer and shows its answer in a window of its own.
function M.show(command, filetype)
  local params = { command = 'vrp.server.' .. command, arguments = { vim.uri_from_bufnr(0) } }
  vim.lsp.buf_request(0, 'workspace/executeCommand', params, function(problem, result)
    if problem or type(result) ~= 'string' then return vim.notify('vrp: ' .. (problem and problem.message or 'no answer')) end
    if filetype == nil then return vim.notify(result) end
    vim.cmd('botright new')
    vim.bo.buftype, vim.bo.bufhidden, vim.bo.swapfile = 'nofile', 'wipe', false
    vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(result, '\n'))
    vim.bo.filetype = filetype
  end)
end

return M
