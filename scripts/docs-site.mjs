// `npm run docs:site [-- FOLDER]`: the documentation as a site, release/site: every Markdown page of the project that users read, with
// its pictures, a table of contents and a search over headings. Plain files for any web server, and from the disk; nothing is
// fetched from elsewhere.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import { linkTo } from './repository.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const target = resolve(process.argv[2] ?? join(root, 'release/site'));

/** The table of contents: a title, and the pages below it; a folder stands for all of its pages. */
const contents = [
  ['Start', ['README.md', 'docs/which-way.md', 'docs/command-line.md', 'docs/ci.md', 'editors/README.md']],
  ['Use', ['docs/side-by-side.md', 'docs/failover.md', 'docs/scenarios/', 'docs/guide/']],
  ['Look up', ['docs/rules/', 'docs/commands.md', 'docs/commands/', 'docs/requirements.md', 'docs/decisions/']],
  ['Trust', ['SECURITY.md', 'docs/reliability.md', 'docs/benchmarks.md', 'docs/licences.md', 'docs/dependencies.md']],
  [
    'Work on it',
    ['CHANGELOG.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'docs/publishing.md', 'tree-sitter-vrp/README.md'],
  ],
];
/** Of a folder with more pages than this the first one is named alone. */
const mostNamed = 12;

const pages = new Set(contents.flatMap(([, names]) => names.flatMap(pagesOf)));
const titles = new Map([...pages].map((page) => [page, titleOf(page)]));
const markdown = new MarkdownIt({ html: false, linkify: false });
markdown.renderer.rules.heading_open = (tokens, at) => {
  const { tag, meta } = tokens[at];
  return `<${tag} id="${meta}">`;
};

rmSync(target, { recursive: true, force: true });
const entries = [];
for (const page of pages) write(page);
cpSync(join(root, 'docs/images'), join(target, 'docs/images'), { recursive: true });
put('style.css', style());
put('search.js', `globalThis.entries = ${JSON.stringify(entries)};\n${search.toString()}\nsearch();\n`);
console.log(
  `${target}: ${pages.size} pages, ${entries.length} headings to search, ` +
    `${(sizeOf(target) / 1e6).toFixed(1)} MB in ${(performance.now() / 1000).toFixed(1)} s`,
);

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function pagesOf(name) {
  if (!name.endsWith('/')) return [name];
  const names = readdirSync(join(root, name)).filter((file) => file.endsWith('.md'));
  return names.sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1)).map((file) => name + file);
}

function rank(file) {
  return file === 'README.md' ? 0 : 1;
}

function titleOf(page) {
  return /^# (.+)$/m.exec(readFileSync(join(root, page), 'utf8'))?.[1].replaceAll('`', '') ?? page;
}

/** The place of a page on the site. */
function placeOf(page) {
  return page.replace(/(?:^|(?<=\/))README\.md$/, 'index.html').replace(/\.md$/, '.html');
}

function write(page) {
  const tokens = markdown.parse(readFileSync(join(root, page), 'utf8'), {});
  const seen = new Map();
  tokens.forEach((token, at) => {
    if (token.type === 'heading_open') token.meta = anchorOf(tokens[at + 1], seen, page);
    for (const child of token.children ?? []) relink(child, page);
  });
  const up = '../'.repeat(placeOf(page).split('/').length - 1);
  put(placeOf(page), whole(page, up, markdown.renderer.render(tokens, markdown.options, {})));
}

/** As GitHub makes them, and remembered for the search. */
function anchorOf(inline, seen, page) {
  const text = inline.children.map(({ content }) => content).join('');
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
  const times = seen.get(slug) ?? 0;
  seen.set(slug, times + 1);
  const anchor = times === 0 ? slug : `${slug}-${times}`;
  entries.push([text, titles.get(page), `${placeOf(page)}#${anchor}`]);
  return anchor;
}

/** Pages lead to pages of the site; what is not on it is looked at in the repository. */
function relink(token, page) {
  const name = token.type === 'link_open' ? 'href' : 'src';
  const link = token.attrGet?.(name);
  if (!link || /^(?:[a-z]+:|#)/i.test(link)) return;
  const [path, anchor] = link.split('#');
  const file = posix.normalize(posix.join(posix.dirname(page), path));
  const index = [file, posix.join(file, 'README.md')].find((candidate) => pages.has(candidate));
  const place = index === undefined ? undefined : posix.relative(posix.dirname(placeOf(page)), placeOf(index));
  const isPicture = file.startsWith('docs/images/');
  if (place !== undefined) token.attrSet(name, anchor === undefined ? place : `${place}#${anchor}`);
  else if (!isPicture) token.attrSet(name, linkTo(file));
}

function whole(page, up, body) {
  const title = escaped(titles.get(page));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${up}style.css">
</head>
<body data-up="${up}">
<nav>
<input id="search" type="search" placeholder="Search" aria-label="Search headings">
<ul id="found"></ul>
${contents.map((part) => section(part, page, up)).join('\n')}
</nav>
<main>
${body}</main>
<script src="${up}search.js"></script>
</body>
</html>
`;
}

function section([title, names], page, up) {
  const named = names.flatMap((name) => (pagesOf(name).length > mostNamed ? pagesOf(name).slice(0, 1) : pagesOf(name)));
  const items = named.map((name) => {
    const current = name === page ? ' aria-current="page"' : '';
    return `<li><a href="${up}${placeOf(name)}"${current}>${escaped(titles.get(name))}</a></li>`;
  });
  return `<h2>${title}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function put(name, text) {
  mkdirSync(dirname(join(target, name)), { recursive: true });
  writeFileSync(join(target, name), text);
}

/** Runs in the page: its text is written into search.js. */
function search() {
  const { document, entries } = globalThis;
  const field = document.getElementById('search');
  const found = document.getElementById('found');
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits =
      words.length === 0
        ? []
        : entries.filter(([text, page]) => words.every((word) => `${text} ${page}`.toLowerCase().includes(word)));
    found.replaceChildren(
      ...hits.slice(0, 20).map(([text, page, place]) => {
        const link = document.createElement('a');
        link.href = document.body.dataset.up + place;
        link.textContent = text === page ? text : `${text} (${page})`;
        const item = document.createElement('li');
        item.append(link);
        return item;
      }),
    );
  });
}

function style() {
  return `:root { color-scheme: light dark; --line: #8884; --link: light-dark(#0b62a8, #7fb6e0); }
body { margin: 0; display: grid; grid-template-columns: 17rem minmax(0, 1fr); font: 16px/1.55 system-ui, sans-serif; }
nav { padding: 1rem; border-right: 1px solid var(--line); height: 100vh; position: sticky; top: 0; overflow: auto; box-sizing: border-box; font-size: 0.9rem; }
nav h2 { font-size: 0.8rem; margin: 1rem 0 0.2rem; opacity: 0.7; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a[aria-current] { font-weight: bold; }
nav input { width: 100%; box-sizing: border-box; padding: 0.3rem; }
main { padding: 1rem 2rem 4rem; max-width: 60rem; min-width: 0; }
a { color: var(--link); }
img { max-width: 100%; height: auto; }
pre { overflow: auto; padding: 0.7rem; border: 1px solid var(--line); border-radius: 4px; }
code { font: 0.9em ui-monospace, monospace; }
table { border-collapse: collapse; display: block; overflow: auto; }
th, td { border: 1px solid var(--line); padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
@media (max-width: 50rem) { body { display: block; } nav { height: auto; position: static; } }
`;
}
