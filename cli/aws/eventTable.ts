import { alignColumns, widthOf } from "../../reporters/text/alignColumns.ts";
import { printable } from "../../reporters/text/printable.ts";
import type { Colors } from "../../reporters/screen.ts";
import type { LoggedCall } from "../../targets/loggedCalls.ts";
import { shortArn } from "./shortArn.ts";

const heads = ["TIME", "PRINCIPAL", "ACTION", "RESOURCE", "VIA", "OUTCOME"];

/** Calls as lines with columns below each other, also below those of lines that were made before. */
export class EventTable {
  readonly #colors: Colors;
  /** The widest cell of each column so far. */
  #widest: readonly string[] = heads;
  #hasBegun = false;

  constructor(colors: Colors) {
    this.#colors = colors;
  }

  /** A line for each call; the first ones come with a line of heads. */
  lines(calls: readonly LoggedCall[]): string[] {
    const rows = calls.map((call) => this.#row(call));
    this.#widest = this.#widest.map((widest, column) =>
      rows
        .map((row) => row[column] ?? "")
        .reduce((one, other) => (widthOf(other) > widthOf(one) ? other : one), widest),
    );
    const shown = this.#hasBegun || rows.length === 0 ? rows : [heads, ...rows];
    this.#hasBegun ||= rows.length > 0;
    return alignColumns([this.#widest, ...shown]).slice(1);
  }

  #row({ time, principal, service, operation, needed, via, outcome }: LoggedCall): string[] {
    const [first, ...more] = needed;
    const others = more.length === 0 ? "" : ` +${more.length}`;
    const cells = [
      time.replace(/\.\d+Z$/, "Z"),
      shortArn(principal),
      first ? `${first.action}${others}` : `${service}:${operation}`,
      first ? shortArn(first.resource) : "-",
      via ?? "-",
      outcomeText(outcome, first?.action),
    ].map(printable);
    const paint = { succeeded: this.#colors.green, denied: this.#colors.red, failed: this.#colors.yellow };
    return [...cells.slice(0, -1), paint[outcome.result](cells.at(-1) ?? "")];
  }
}

/** @param shown the action that the line shows; a service may have been denied another one. */
function outcomeText(outcome: LoggedCall["outcome"], shown: string | undefined): string {
  if (outcome.result === "failed") return `failed: ${outcome.code}`;
  if (outcome.result === "succeeded" || outcome.layer === undefined) return outcome.result;
  const another = outcome.action === undefined || outcome.action === shown ? "" : ` (${outcome.action})`;
  return `denied: ${outcome.explicit ? "explicit deny" : "no allow"}, ${outcome.layer}${another}`;
}
