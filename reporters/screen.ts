import type picocolors from "picocolors";

/** Functions that colour text, or leave it as it is. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/** Where text goes that stays: a file, a pipe, a terminal. */
export interface Output {
  /** Writes one or more whole lines, without a line break at the end. */
  print(text: string): void;
}

/** A terminal, as reporters see it. */
export interface Screen extends Output {
  /** How many columns fit now. */
  readonly columns: number;
  readonly colors: Colors;
  /** Shows this text below all that was printed, in place of what was shown before; nothing if it is empty. */
  show(text: string): void;
}
