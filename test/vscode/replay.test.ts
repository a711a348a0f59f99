// One line of each family, typed word by word in a real editor: at each word the keyword that comes next is among the
// completions, and a name that the file defines is offered.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { activated, until } from './editor';

// `<value>` is typed and not asked for, `{name}` is a name that another line of the text defines.
const lines: Readonly<Record<string, string>> = {
  RBS: 'peer <10.0.0.2> source <10.0.0.1> port <7011>',
  RBP: 'backup-id <9> remote-backup-service {lab}',
  VRRP6: 'vrrp6 vrid <3> preempt-mode timer delay <600>',
  VRRP: 'vrrp vrid <4> virtual-ip <10.1.1.254>',
  relay: 'dhcpv6 relay destination <2001:DB8:E::1>',
  MLD: 'multicast ipv6 track vrrp6 vrid <3>',
  'service-location': 'vrrp vrid <5>',
};
const headOf: Readonly<Record<string, string>> = {
  RBS: 'remote-backup-service lab',
  RBP: 'remote-backup-profile homes',
  'service-location': 'service-location 1',
};
const usual = 'interface GigabitEthernet0/2/1';

suite('typed word by word', () => {
  suiteSetup(async () => {
    await activated();
  });
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const [family, line] of Object.entries(lines)) {
    test(`${family}: the next word is offered each time`, async () => {
      const heads = [
        'sysname Someone',
        'remote-backup-service lab',
        'remote-backup-profile homes',
        'service-location 1',
        usual,
      ];
      const head = headOf[family] ?? usual;
      const text = heads.map((one) => `${one}\n${one === head ? ' \n' : ''}#\n`).join('');
      const document = await vscode.workspace.openTextDocument({ language: 'vrp', content: `#\n${text}return\n` });
      const row = document.getText().split('\n').indexOf(' ');
      const missing: string[] = [];
      let asked = 0;
      let typed = ' ';
      for (const part of line.split(' ')) {
        const word = part.replace(/[<>{}]/g, '');
        if (!part.startsWith('<')) {
          asked++;
          const list = await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            new vscode.Position(row, typed.length),
          );
          const labels = list.items.map((item) => (typeof item.label === 'string' ? item.label : item.label.label));
          if (!labels.includes(word)) missing.push(`${typed.trim()}| ${word}: ${labels.slice(0, 30).join(', ')}`);
        }
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(row, typed.length), `${word} `);
        assert.ok(await vscode.workspace.applyEdit(edit));
        typed += `${word} `;
        await until('the typed word', () => document.lineAt(row).text === typed);
      }
      assert.deepEqual(missing, []);
      assert.ok(asked >= 2);
    });
  }
});
