if vim.lsp.enable then vim.lsp.enable('vrp') end

local command = vim.api.nvim_create_user_command
command('VrpPairTable', function() require('vrp').show('pairTable', 'csv') end, { desc = 'The pair table of this device' })
command('VrpCompare', function() require('vrp').show('compare', 'vrp-comparison') end, { desc = 'The peer in the order of this device' })
command('VrpRehearse', function() require('vrp').show('rehearse', 'markdown') end, { desc = 'What every failure does to the users' })
command('VrpComplete', function() require('vrp').show('complete') end, { desc = 'Write what the peer lacks' })
