// Questions on a terminal: asked on standard error, so that standard output stays the report's. Lines that were typed ahead
// are kept; the end of input and Ctrl-C both end the asking.
import { createInterface, type Interface } from 'node:readline';

/** Asks for lines on a terminal. `ask` gives undefined once the input has ended or Ctrl-C was pressed. */
export interface Prompt {
  ask(question: string): Promise<string | undefined>;
  close(): void;
}

/** `output` shows the questions. The terminal is opened with the first of them. */
export function prompt(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Prompt {
  let reader: Interface | undefined;
  let ended = false;
  const lines: string[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;

  function answer(line: string | undefined): void {
    const resolve = waiting;
    waiting = undefined;
    if (resolve) resolve(line);
    else if (line !== undefined) lines.push(line);
  }

  function open(): Interface {
    const terminal = createInterface({ input, output });
    terminal.on('line', answer);
    terminal.on('SIGINT', () => terminal.close());
    // An end of input that was typed before the terminal was ours comes as a NUL.
    input.on('keypress', (_, key?: { sequence?: string }) => {
      if (key?.sequence === '\0' && terminal.line === '') terminal.close();
    });
    terminal.on('close', () => {
      if (!ended) output.write('\n');
      ended = true;
      answer(undefined);
    });
    return terminal;
  }

  return {
    ask(question) {
      reader ??= open();
      if (lines.length > 0) {
        output.write(question);
        const line = lines.shift()!;
        output.write(`${line}\n`);
        return Promise.resolve(line);
      }
      if (ended) return Promise.resolve(undefined);
      reader.setPrompt(question);
      reader.prompt();
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    close() {
      ended = true;
      reader?.close();
    },
  };
}
