import { createLogUpdate } from "log-update";
import picocolors from "picocolors";
import type { Colors, Screen } from "./screen.ts";

/** What a screen needs of a terminal's stream; a `tty.WriteStream` has it. */
export type TerminalStream = NodeJS.WritableStream & {
  readonly columns: number;
  hasColors(environment: object): boolean;
};

/** A terminal whose last lines change in place. Colours follow the terminal, `NO_COLOR` and `FORCE_COLOR`. */
export class TerminalScreen implements Screen {
  readonly colors: Colors;
  readonly #stream: TerminalStream;
  readonly #update: ReturnType<typeof createLogUpdate>;
  #shown = "";

  constructor(stream: TerminalStream, environment: Readonly<Record<string, string | undefined>>) {
    this.#stream = stream;
    this.colors = picocolors.createColors(stream.hasColors(environment));
    // The cursor stays: hiding it would need handlers of the process's signals to bring it back.
    this.#update = createLogUpdate(stream, { showCursor: true });
  }

  get columns(): number {
    return this.#stream.columns;
  }

  print(text: string): void {
    if (this.#shown !== "") this.#update.clear();
    this.#stream.write(`${text}\n`);
    if (this.#shown !== "") this.#update(this.#shown);
  }

  show(text: string): void {
    this.#shown = text;
    if (text === "") this.#update.clear();
    else this.#update(text);
  }
}
