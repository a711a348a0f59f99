// The page's side of panel.ts, and the only ways to make elements: every text is set as text, so that nothing a configuration
// holds is ever read as markup.
import type { ToPage } from './panel';

interface Kept<Own> {
  readonly subject?: unknown;
  readonly own?: Own;
}

declare function acquireVsCodeApi<State>(): {
  postMessage(message: unknown): void;
  getState(): State | undefined;
  setState(state: State): void;
};

/** The way from a page to its panel. `Own` is plain data. */
export interface Host<Message, Own> {
  post(message: Message): void;
  /** What the page itself remembers while it is hidden and over a reload: little. */
  own(): Own | undefined;
  keep(own: Own): void;
}

/** Connects the page with its host: `draw` is called with what is shown, each time it changes. */
export function connect<Shown, Message, Own>(draw: (shown: Shown) => void): Host<Message, Own> {
  const api = acquireVsCodeApi<Kept<Own>>();
  window.addEventListener('message', (event: MessageEvent<ToPage<unknown, Shown>>) => {
    const { subject, shown } = event.data;
    api.setState({ ...api.getState(), subject });
    draw(shown);
  });
  api.postMessage({ ready: true });
  return {
    post: (message) => api.postMessage({ message }),
    own: () => api.getState()?.own,
    keep: (own) => api.setState({ ...api.getState(), own }),
  };
}

/** Attributes of an element; undefined and false leave one out, a function listens to the event of its name. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/** An element with these attributes (a function listens to the event of its name) and children; a string is text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  return furnished(document.createElement(tag), attributes, children);
}

/** An element of SVG; as `element` otherwise. */
export function svgElement<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[Tag] {
  return furnished(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function furnished<Made extends Element>(
  made: Made,
  attributes: Attributes,
  children: readonly (Node | string)[],
): Made {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}
