// Drawings as one SVG file of its own, with light colours and every text escaped.
import { printable } from '../../text/sanitize';
import type { Drawing, Figure, Part } from './drawing';

/** Several drawings as one file, one below the other, under a line that says what they show. */
export function svg(drawings: readonly Drawing[], title: string): string {
  const gap = 20;
  const width = Math.max(320, ...drawings.map((drawing) => drawing.width));
  const heading = 30;
  const height = drawings.reduce((sum, drawing) => sum + drawing.height + gap, gap + heading);
  let y = gap / 2 + heading;
  const groups = drawings.map((drawing) => {
    const figures = drawing.figures.map(figureSvg);
    const group = `<g transform="translate(0 ${y})" role="group" aria-label="${escaped(drawing.title)}">\n${figures.join('\n')}\n</g>`;
    y += drawing.height + gap;
    return group;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<style>${style}</style>
<rect class="page" width="${width}" height="${height}"/>
<text class="strong" x="${gap}" y="${heading}" font-size="16">${escaped(title)}</text>
${groups.join('\n')}
</svg>
`;
}

function figureSvg({ name, parts }: Figure): string {
  const words = escaped(name);
  return `<g role="img" aria-label="${words}"><title>${words}</title>${parts.map(partSvg).join('')}</g>`;
}

function partSvg(part: Part): string {
  if (part.kind === 'box')
    return `<rect class="${escaped(part.look)}" x="${part.x}" y="${part.y}" width="${part.width}" height="${part.height}" rx="${part.round}"/>`;
  if (part.kind === 'line')
    return `<line class="${escaped(part.look)}" x1="${part.x1}" y1="${part.y1}" x2="${part.x2}" y2="${part.y2}"/>`;
  return `<text class="${escaped(part.look)}" x="${part.x}" y="${part.y}" font-size="${part.size}" text-anchor="${part.anchor}">${escaped(part.text)}</text>`;
}

// The page in the editor has the same looks in the colours of the theme.
const style = `
.page,.row{fill:#fff}
text{fill:#1f2328;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.strong{font-weight:600}.dim{fill:#57606a}
rect{fill:none;stroke:none}line{stroke:#8c959f;stroke-width:1.5}
.device,.bar{fill:#f6f8fa;stroke:#8c959f;stroke-width:1.5}.router{fill:#fff;stroke:#57606a;stroke-width:1.2}
.device.bad,.bar.bad{fill:#ffebe9;stroke:#cf222e;stroke-dasharray:5 3}
.pill,.state{stroke-width:1.2}.label{fill:#fff}.plate{fill:#f6f8fa}
.good{fill:#dafbe1;stroke:#1a7f37}.warn{fill:#fff8c5;stroke:#9a6700}.bad{fill:#ffebe9;stroke:#cf222e}.main{fill:#ddf4ff;stroke:#0969da}.quiet{fill:#f6f8fa;stroke:#8c959f}
.between{fill:#fff;stroke:#57606a;stroke-dasharray:2 2}
.carrying{stroke:#1a7f37;stroke-width:4}.standby{stroke:#8c959f;stroke-dasharray:4 3}.down{stroke:#cf222e;stroke-dasharray:2 4}
.channel{stroke:#0969da;stroke-width:3}.channel.down{stroke:#cf222e;stroke-dasharray:2 4}
.cross{stroke:#cf222e;stroke-width:2.5;stroke-linecap:round}
.grid{stroke:#d0d7de;stroke-width:1}.event{stroke:#cf222e;stroke-width:1.2;stroke-dasharray:3 3}
.marker{fill:#fff;stroke:#1f2328;stroke-width:1.5}.marker.good{stroke:#1a7f37}.marker.warn{stroke:#9a6700}.marker.bad{stroke:#cf222e}.marker.main{stroke:#0969da}
`;

/** What XML cannot hold at all becomes a replacement character. */
function escaped(words: string): string {
  return printable(words)
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(
      /[&<>"']/g,
      (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '&apos;',
    );
}
