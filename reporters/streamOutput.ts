import type { Output } from "./screen.ts";

/** What an output needs of a stream. */
export interface TextStream {
  write(text: string): unknown;
}

/** Lines that go to a stream as they are. */
export class StreamOutput implements Output {
  readonly #stream: TextStream;

  constructor(stream: TextStream) {
    this.#stream = stream;
  }

  print(text: string): void {
    this.#stream.write(`${text}\n`);
  }
}
