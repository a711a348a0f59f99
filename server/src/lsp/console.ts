// The protocol library logs whole messages that it cannot read, and those may hold configuration text. Its log is cut to the
// first line and to what our own sentences need.
import { ProposedFeatures } from 'vscode-languageserver';

const quoting =
  /^Received message which is neither|^Received response message without id|failed with message|^Processing message queue failed/;

/** The features of the protocol library with a console that leaves configuration text out of its messages. */
export const features: typeof ProposedFeatures.all = {
  ...ProposedFeatures.all,
  console: (Base) =>
    class extends Base {
      override error(message: string): void {
        super.error(quoting.test(message) ? message.slice(0, message.search(/[:\n]|$/)) : message);
      }
    },
};
