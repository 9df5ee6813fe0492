import picocolors from "picocolors";
import type { Screen } from "../../reporters/screen.ts";

/** A screen that keeps all it was told, as text: what was printed, and under `--- shown ---` what was shown in place. */
export class FakeScreen implements Screen {
  readonly columns: number;
  readonly colors = picocolors.createColors(false);
  readonly history: string[] = [];
  #shown = "";

  constructor(columns = 100) {
    this.columns = columns;
  }

  print(text: string): void {
    this.history.push(text);
  }

  show(text: string): void {
    if (text !== this.#shown) this.history.push(["--- shown ---", text, "-------------"].join("\n"));
    this.#shown = text;
  }

  /** What is on the screen in the end. */
  get printed(): string {
    return `${this.history.filter((text) => !text.startsWith("--- shown ---")).join("\n")}\n`;
  }
}
