import { Writable } from "node:stream";
import { expect } from "chai";
import { TerminalScreen } from "../../reporters/terminalScreen.ts";

class Terminal extends Writable {
  readonly columns = 40;
  written = "";

  hasColors(environment: object): boolean {
    return !("NO_COLOR" in environment);
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.written += chunk.toString();
    done();
  }

  /** What the terminal shows: `erase line` empties the line on which the cursor is, `cursor up` leaves it. */
  get visible(): string {
    let lines: readonly string[] = [""];
    for (const part of this.written.split(/(\u001B\[2K|\u001B\[1A|\u001B\[G|\n)/)) {
      const above = lines.slice(0, -1);
      if (part === "\n") lines = [...lines, ""];
      else if (part === "\u001B[2K") lines = [...above, ""];
      else if (part === "\u001B[1A") lines = above;
      else if (part !== "\u001B[G") lines = [...above, `${lines.at(-1) ?? ""}${part}`];
    }
    return lines.join("\n");
  }
}

describe("the screen of a terminal", () => {
  it("replaces what it shows and keeps what it prints above", () => {
    const terminal = new Terminal();
    const screen = new TerminalScreen(terminal, {});
    screen.print("first");
    screen.show("working\n1 of 2");
    expect(terminal.visible).to.equal("first\nworking\n1 of 2\n");
    screen.show("working\n2 of 2");
    screen.print("second\nthird");
    expect(terminal.visible).to.equal("first\nsecond\nthird\nworking\n2 of 2\n");
    screen.show("");
    expect(terminal.visible).to.equal("first\nsecond\nthird\n");
  });

  it("knows its width", () => {
    expect(new TerminalScreen(new Terminal(), {}).columns).to.equal(40);
  });

  for (const [environment, colours] of [
    [{}, true],
    [{ NO_COLOR: "1" }, false],
  ] as const) {
    it(`${colours ? "colours" : "does not colour"} with the environment ${JSON.stringify(environment)}`, () => {
      expect(new TerminalScreen(new Terminal(), environment).colors.isColorSupported).to.equal(colours);
    });
  }
});
