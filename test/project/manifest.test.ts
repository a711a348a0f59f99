// package.json as VS Code reads it, without VS Code: every entry is whole, everything it names exists, and the client does what it
// promises. The suite inside VS Code walks the same lists in a real workbench.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { manifestTexts, namedKeys, readManifest } from '../support/manifest';

const root = join(__dirname, '../..');
const text = readFileSync(join(root, 'package.json'), 'utf8');

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly alt?: string;
  readonly when?: string;
  readonly group?: string;
}

interface Setting {
  readonly type?: string;
  readonly items?: { readonly type?: string };
  readonly scope?: string;
  readonly order?: number;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly { readonly id: string }[];
    readonly grammars: readonly { readonly language: string }[];
    readonly snippets?: readonly { readonly language: string }[];
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category?: string;
      readonly icon?: string;
      readonly enablement?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly viewsContainers: Readonly<
      Record<string, readonly { readonly id: string; readonly title: string; readonly icon: string }[]>
    >;
    readonly views: Readonly<
      Record<
        string,
        readonly {
          readonly id: string;
          readonly name: string;
          readonly icon: string;
          readonly contextualTitle: string;
        }[]
      >
    >;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when?: string }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly title: string;
      readonly description: string;
      readonly steps: readonly {
        readonly id: string;
        readonly title: string;
        readonly description: string;
        readonly media: { readonly markdown?: string; readonly image?: string; readonly altText?: string };
        readonly completionEvents: readonly string[];
        readonly when?: string;
      }[];
    }[];
    readonly colors: readonly {
      readonly id: string;
      readonly description: string;
      readonly defaults: Readonly<Record<string, string>>;
    }[];
    readonly taskDefinitions: readonly { readonly type: string }[];
    readonly configuration: { readonly title: string; readonly properties: Readonly<Record<string, Setting>> };
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac: string;
      readonly when: string;
    }[];
  };
}

const manifest = readManifest<Manifest>();
const { contributes } = manifest;
const declared = new Set(contributes.commands.map(({ command }) => command));
const viewIds = new Set(Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id)));
const client = sources('client/src');
const server = sources('server/src');

/** Of VS Code, as far as the manifest uses them; the suite inside it asks whether they are there. */
const editorCommands = new Set([
  'vscode.openFolder',
  'workbench.action.openWalkthrough',
  'workbench.actions.view.problems',
]);
/** Set by VS Code. */
const editorKeys = new Set(['editorLangId', 'resource', 'resourceScheme', 'isInDiffEditor', 'view', 'viewItem']);

function sources(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n');
}

const menuItems = Object.entries(contributes.menus).flatMap(([menu, items]) =>
  items.map((item, index) => ({ ...item, menu, where: `${menu}[${index}] ${item.command ?? ''}` })),
);

test('every menu entry is whole: a command or a submenu, and a place', () => {
  for (const item of menuItems) {
    assert.equal(Number(item.command !== undefined) + Number(item.submenu !== undefined), 1, item.where);
    const unknown = Object.keys(item).filter(
      (key) => !['menu', 'where', 'command', 'submenu', 'alt', 'when', 'group'].includes(key),
    );
    assert.deepEqual(unknown, [], item.where);
    if (item.menu === 'commandPalette') assert.ok(item.when !== undefined && item.group === undefined, item.where);
    else assert.match(item.group ?? '', /^[a-z0-9_]+(@\d+)?$/, item.where);
    for (const command of [item.command, item.alt])
      assert.ok(command === undefined || declared.has(command), item.where);
  }
});

test('no menu holds an entry twice, and no two want the same place', () => {
  const seen = new Set<string>();
  for (const { menu, command, group, when, where } of menuItems) {
    for (const key of [
      `${menu} ${command} ${group?.split('@')[0]}`,
      group?.includes('@') ? `${menu} ${group} ${when}` : where,
    ])
      assert.ok(!seen.has(key), `${where}: ${key}`);
    seen.add(`${menu} ${command} ${group?.split('@')[0]}`);
    if (group?.includes('@')) seen.add(`${menu} ${group} ${when}`);
  }
});

test('every text that a person reads is in package.nls.json, each key is named, and each named key is there', () => {
  const named = namedKeys();
  assert.deepEqual([...new Set(named)].sort(), Object.keys(manifestTexts).sort());
  const read = /^(?:title|category|name|contextualTitle|contents|description|markdownDescription|label)$/;
  const plain: string[] = [];
  const walk = (value: unknown, path: string, name: string): void => {
    if (typeof value === 'string' && !/^%[^%]+%$/.test(value) && read.test(name)) plain.push(`${path}: ${value}`);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value))
      walk(inner, `${path}.${key}`, name === 'markdownEnumDescriptions' ? 'description' : key);
  };
  const { capabilities, contributes: written } = JSON.parse(text) as Record<'capabilities' | 'contributes', object>;
  walk(capabilities, 'capabilities', '');
  walk(written, 'contributes', '');
  // The name by which tasks choose the matcher: no text.
  assert.deepEqual(plain, ['contributes.problemMatchers.0.name: vrp']);
});

test('no object, list or text of the manifest is empty', () => {
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') assert.notEqual(value.trim(), '', path);
    if (typeof value !== 'object' || value === null) return assert.notEqual(value, null, path);
    const entries = Object.entries(value);
    // A setting may hold nothing where nobody sets it.
    assert.ok(entries.length > 0 || path.endsWith('.default'), `${path} is empty`);
    for (const [key, inner] of entries) walk(inner, `${path}.${key}`);
  };
  walk(contributes, 'contributes');
});

test('every command has a title, a category and an icon that fits, and is there once', () => {
  assert.equal(declared.size, contributes.commands.length);
  const titles = new Set<string>();
  for (const { command, title, category, icon } of contributes.commands) {
    assert.match(title, /^[A-Z][\w, -]+(\.\.\.)?$/, command);
    assert.ok(!titles.has(title), title);
    titles.add(title);
    assert.equal(category, 'Huawei VRP', command);
    if (icon !== undefined) assert.match(icon, /^\$\([a-z-]+\)$/, command);
  }
  const asButton = menuItems.filter(
    ({ menu, group }) => /^(inline|navigation)/.test(group!) && /title|item/.test(menu),
  );
  assert.ok(asButton.length > 4);
  for (const { command, where } of asButton)
    assert.ok(contributes.commands.find((one) => one.command === command)?.icon, `${where}: a button without icon`);
});

test('every command is registered by the client, and what is registered is declared or behind something of ours', () => {
  // Each by itself, or as the row of a table.
  const rows = client.matchAll(/(?<=registerCommand\(\s*)'(vrp\.\w+)'|^ +'(vrp\.\w+)': /gm);
  const registered = new Set([...rows].map((hit) => hit[1] ?? hit[2]!));
  for (const command of declared) assert.ok(registered.has(command), `${command} is not registered`);
  const behind: Readonly<Record<string, string>> = {
    'vrp.accept': 'a light bulb',
    'vrp.openToFix': 'a light bulb',
    'vrp.showFinding': 'a row of the tree',
    'vrp.showLine': 'a hover of the comparison',
    'vrp.showReferences': 'a lens',
    'vrp.showStep': 'a row of the tree',
    'vrp.suggestNext': 'an item of completion that goes on',
  };
  for (const command of registered) assert.ok(declared.has(command) || behind[command], `${command} is not declared`);
  for (const command of Object.keys(behind)) assert.ok(registered.has(command), command);
});

test('every command can be found in the palette, or says there that it cannot be used', () => {
  const palette = menuItems.filter(({ menu }) => menu === 'commandPalette');
  assert.equal(new Set(palette.map(({ command }) => command)).size, palette.length);
  const always = [...declared].filter((command) => !palette.some((item) => item.command === command));
  // These make sense with nothing open.
  assert.deepEqual(always.sort(), ['vrp.newPair', 'vrp.openSamples', 'vrp.restart', 'vrp.showLog']);
  for (const { command, menu, where } of menuItems.filter(({ menu: of }) => of === 'view/item/context'))
    if (palette.find((item) => item.command === command)?.when === 'false')
      assert.ok(menu && declared.has(command!), where);
});

test('what a pair is needed for is offered only where there is one', () => {
  const needsPair = [
    'vrp.goToCounterpart',
    'vrp.openPair',
    'vrp.compareWithPeer',
    'vrp.compareByMeaning',
    'vrp.showPairTable',
    'vrp.addScenario',
    'vrp.mirrorToPeer',
    'vrp.rehearseFailover',
    'vrp.writeLab',
  ];
  for (const command of needsPair) {
    const items = menuItems.filter((item) => item.command === command);
    assert.ok(
      items.some(({ menu }) => menu === 'commandPalette'),
      command,
    );
    for (const { when, where } of items)
      assert.match(when ?? '', /vrp\.pairedFiles|viewItem == pair/, `${where}: ${when}`);
  }
});

/** The keys of a when-clause, each with what it is compared with. */
function whenKeys(when: string): { readonly key: string; readonly operator?: string; readonly value?: string }[] {
  return when.split(/&&|\|\||[()]/).flatMap((part) => {
    const term = part.trim().replace(/^!/, '');
    if (term === '' || term === 'true' || term === 'false') return [];
    const [, key, operator, value] = /^(\S+)(?:\s+(==|!=|=~|in|not in)\s+(\S+))?$/.exec(term) ?? assert.fail(when);
    return [{ key: key!, ...(operator ? { operator, value: value! } : {}) }];
  });
}

const clauses: [where: string, when: string][] = [
  ...menuItems.flatMap(({ where, when }): [string, string][] => (when === undefined ? [] : [[where, when]])),
  ...contributes.commands.flatMap(({ command, enablement }): [string, string][] =>
    enablement === undefined ? [] : [[command, enablement]],
  ),
  ...contributes.keybindings.map(({ command, when }): [string, string] => [`key of ${command}`, when]),
  ...contributes.viewsWelcome.flatMap(({ view, when }): [string, string][] =>
    when === undefined ? [] : [[view, when]],
  ),
  ...contributes.walkthroughs.flatMap(({ steps }) =>
    steps.flatMap(({ id, when }): [string, string][] => (when === undefined ? [] : [[id, when]])),
  ),
];

test('when-clauses speak of keys that are set, and of values that they can have', () => {
  const ourKeys = new Set([...client.matchAll(/'setContext',\s*'([^']+)'/g)].map((hit) => hit[1]!));
  const rows = new Set(
    [...client.matchAll(/readonly kind: '(\w+)'|contextValue: (?:\w+ \? )?'(\w+)'(?: : '(\w+)')?/g)].flatMap((hit) =>
      hit.slice(1),
    ),
  );
  const schemes = new Set([...client.matchAll(/const scheme = '([^']+)'/g)].map((hit) => hit[1]!));
  const values: Readonly<Record<string, (value: string) => boolean>> = {
    editorLangId: (value) => contributes.languages.some(({ id }) => id === value),
    resourceScheme: (value) => schemes.has(value),
    view: (value) => viewIds.has(value),
    viewItem: (value) => rows.has(value),
    resource: (value) => ourKeys.has(value),
  };
  assert.ok(clauses.length > 30);
  const used = new Set<string>();
  for (const [where, when] of clauses) {
    for (const { key, value } of whenKeys(when)) {
      assert.ok(editorKeys.has(key) || ourKeys.has(key), `${where}: nobody sets ${key}`);
      if (value !== undefined) assert.ok(values[key]?.(value), `${where}: ${key} is never ${value}`);
      used.add(key);
      if (value !== undefined) used.add(value);
    }
  }
  for (const key of ourKeys) assert.ok(used.has(key) || text.includes(`onContext:${key}`), `${key} is set for nothing`);
});

test('keys: every binding has a command, a place where it holds, and no rival', () => {
  const seen = new Set<string>();
  for (const { command, key, mac, when } of contributes.keybindings) {
    assert.ok(declared.has(command), command);
    assert.match(key, /^ctrl\+/);
    assert.match(mac, /^cmd\+/);
    assert.ok(!seen.has(`${key} ${when}`), command);
    seen.add(`${key} ${when}`);
  }
});

test('views: each has a name, an icon and something to say while it is empty', () => {
  for (const [container, views] of Object.entries(contributes.views)) {
    assert.ok(
      Object.values(contributes.viewsContainers).some((list) => list.some(({ id }) => id === container)),
      container,
    );
    for (const { id, name, icon, contextualTitle } of views) {
      assert.ok(name && contextualTitle, id);
      assert.match(icon, /^\$\([a-z-]+\)$/, id);
      assert.ok(client.includes(`createTreeView('${id}'`), id);
      assert.ok(
        contributes.viewsWelcome.some(({ view }) => view === id),
        id,
      );
    }
  }
  for (const list of Object.values(contributes.viewsContainers))
    for (const { id, title, icon } of list) {
      assert.ok(title, id);
      assert.match(icon, /^\$\([a-z-]+\)$/, id);
      assert.ok(contributes.views[id], id);
    }
  for (const { view, contents } of contributes.viewsWelcome) {
    assert.ok(viewIds.has(view), view);
    assertLinks(contents, view);
  }
});

/** Each link of a text of VS Code's own kind runs a command that exists. */
function assertLinks(contents: string, where: string): void {
  const links = [...contents.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)];
  for (const [, title, target] of links) {
    assert.match(title!, /^[A-Z]/, where);
    const [, command, query] = /^command:([\w.]+)(?:\?(.*))?$/.exec(target!) ?? assert.fail(`${where}: ${target}`);
    const isFocus = [...viewIds].some((id) => command === `${id}.focus`);
    assert.ok(declared.has(command!) || editorCommands.has(command!) || isFocus, `${where}: ${command}`);
    if (query !== undefined) JSON.parse(decodeURIComponent(query));
    if (command === 'workbench.action.openWalkthrough') {
      const walkthroughs = contributes.walkthroughs.map(({ id }) => `vrp-tools.vrp-hot-backup#${id}`);
      assert.ok(walkthroughs.includes(JSON.parse(decodeURIComponent(query!)) as string), `${where}: ${query}`);
    }
  }
}

test('walkthroughs: each step says what to do, has its page, buttons that run something, and an end', () => {
  for (const { id, title, description, steps } of contributes.walkthroughs) {
    assert.ok(title && description, id);
    assert.equal(new Set(steps.map((step) => step.id)).size, steps.length);
    for (const step of steps) {
      const where = `${id}: ${step.id}`;
      assert.match(step.title, /^[A-Z]/, where);
      assert.match(step.description, /\n\[[^\]]+\]\(command:/, `${where} has no button`);
      assertLinks(step.description, where);
      const { markdown, image, altText } = step.media;
      const file = markdown ?? image;
      assert.ok(file && existsSync(join(root, file)), `${where}: ${file}`);
      assert.ok(image === undefined || altText, where);
      if (markdown)
        for (const [, picture] of readFileSync(join(root, markdown), 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g))
          assert.ok(existsSync(join(root, markdown, '..', picture!)), `${where}: ${picture}`);
      assert.ok(step.completionEvents.length > 0, where);
      for (const event of step.completionEvents) {
        const [kind, subject] = event.split(':') as [string, string];
        const known: Readonly<Record<string, boolean>> = {
          onCommand: declared.has(subject) || editorCommands.has(subject),
          onContext: client.includes(`'${subject}'`),
          onView: viewIds.has(subject),
          onSettingChanged: subject in contributes.configuration.properties,
        };
        assert.ok(known[kind], `${where}: ${event}`);
      }
    }
  }
});

/** How the server reads the settings that each folder may have its own of. */
const ofFolder = /folderSections = \['rules', 'encoding', 'maxFindings'\][^]*section: `vrp\.\$\{name\}`/;

/** Where the code reads each setting, under its very name. */
const readers: Readonly<Record<string, readonly [code: string, reading: RegExp]>> = {
  'vrp.detectLanguage': [client, /getConfiguration\('vrp', document\)\.get<string>\('detectLanguage'/],
  'vrp.workspace.include': [server, /getConfiguration\('vrp\.workspace'\)[^]*const \{ include, exclude \} =/],
  'vrp.workspace.exclude': [server, /getConfiguration\('vrp\.workspace'\)[^]*const \{ include, exclude \} =/],
  'vrp.inlayHints.enabled': [server, /section: 'vrp\.inlayHints'[^]*section\(settings, 'enabled'\)/],
  'vrp.codeLens.enabled': [server, /section: 'vrp\.codeLens'[^]*section\(settings, 'enabled'\)/],
  'vrp.followPeer.enabled': [client, /getConfiguration\('vrp\.followPeer'\)\.get<boolean>\('enabled'/],
  'vrp.rules': [server, ofFolder],
  'vrp.maxFindings': [server, ofFolder],
  'vrp.encoding': [server, ofFolder],
  'vrp.trace.server': [client, /getConfiguration\('vrp\.trace'\)\.get<string>\('server'\)/],
};

test('settings: each has a type, a default that fits, a description, a scope, its place, and a reader', () => {
  const settings = Object.entries(contributes.configuration.properties);
  assert.deepEqual(settings.map(([name]) => name).sort(), Object.keys(readers).sort());
  const orders = settings.map(([, { order }]) => order);
  assert.deepEqual(
    orders,
    [...orders].sort((one, two) => one! - two!),
  );
  assert.equal(new Set(orders).size, orders.length);
  for (const [name, setting] of settings) {
    const description = setting.markdownDescription ?? setting.description ?? '';
    assert.match(description, /^[A-Z].*\.$/, name);
    assert.match(
      setting.scope ?? '',
      /^(resource|window|application|machine|machine-overridable|language-overridable)$/,
      name,
    );
    const fits: Readonly<Record<string, (value: unknown) => boolean>> = {
      string: (value) => typeof value === 'string' && (!setting.enum || setting.enum.includes(value)),
      boolean: (value) => typeof value === 'boolean',
      integer: (value) => Number.isInteger(value) && Number(value) >= (setting.minimum ?? 0),
      object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
      array: (value) => Array.isArray(value) && value.every((one) => typeof one === setting.items?.type),
    };
    assert.ok(fits[setting.type ?? '']?.(setting.default), `${name}: ${JSON.stringify(setting.default)}`);
    assert.equal(setting.enum?.length, setting.markdownEnumDescriptions?.length, name);
    // Settings that are named in a text are there.
    for (const [, other] of description.matchAll(/`#?(vrp\.[\w.]+)#?`/g))
      assert.ok(other! in contributes.configuration.properties, `${name}: ${other}`);
    const [code, reading] = readers[name]!;
    assert.match(code, reading, `${name} is not read`);
  }
});

test('languages, colours, tasks and activation name what is there', () => {
  const languages = new Set(contributes.languages.map(({ id }) => id));
  for (const { language } of [...contributes.grammars, ...(contributes.snippets ?? [])])
    assert.ok(languages.has(language), language);
  for (const section of Object.keys(contributes.configurationDefaults))
    assert.ok(languages.has(section.replace(/[[\]]/g, '')), section);
  for (const { id, description, defaults } of contributes.colors) {
    assert.ok(description, id);
    assert.deepEqual(Object.keys(defaults).sort(), ['dark', 'highContrast', 'highContrastLight', 'light'], id);
    assert.ok(client.includes(`'${id}'`), id);
  }
  for (const { type } of contributes.taskDefinitions)
    assert.ok(client.includes(`registerTaskProvider('${type}'`), type);
  for (const event of manifest.activationEvents) {
    const [kind, subject] = event.split(':') as [string, string];
    if (kind === 'onWebviewPanel') assert.ok(client.includes(`type: '${subject}'`), event);
    if (kind === 'onTaskType')
      assert.ok(
        contributes.taskDefinitions.some(({ type }) => type === subject),
        event,
      );
  }
});

test('what is wrong is one red on both sides of a diff, under the tint of VS Code', () => {
  const colour = (id: string, theme: string): number[] => {
    const hex = contributes.colors.find((each) => each.id === id)!.defaults[theme]!;
    return [1, 3, 5, 7].map((at) => parseInt(hex.slice(at, at + 2) || 'ff', 16));
  };
  const over = (below: readonly number[], [red, green, blue, alpha = 255]: readonly number[]): number[] =>
    [red!, green!, blue!].map((value, index) => (value * alpha + below[index]! * (255 - alpha)) / 255);
  // What VS Code lays over lines that are gone, and over those that are new, where a theme says nothing else.
  const [removed, inserted] = [
    [255, 0, 0, 51],
    [155, 185, 85, 51],
  ];
  for (const [theme, background] of Object.entries({ light: [255, 255, 255], dark: [31, 31, 31] })) {
    const left = over(over(background, colour('vrp.wrongLineBackground', theme)), removed);
    const right = over(over(background, colour('vrp.wrongPeerLineBackground', theme)), inserted);
    const apart = left.map((value, index) => Math.abs(value - right[index]!));
    assert.ok(Math.max(...apart) < 24, `${theme}: ${left.map(Math.round).join()} and ${right.map(Math.round).join()}`);
  }
});
