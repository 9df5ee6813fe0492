import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { scenarios } from "../scenarios/index.ts";

/** A line of a table: what the workshop says, the scenario that proves it, and where. */
interface Row {
  readonly says: string;
  readonly id: string | undefined;
  readonly place: string;
}

const page = readFileSync(join(import.meta.dirname, "..", "docs", "workshops.md"), "utf8");

/** The rows of the table of each workshop, by the workshop's short name. */
const tables = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, 2), rowsOf(section)] as const),
);

function rowsOf(section: string): Row[] {
  const lines = section.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) => {
    const [says = "", link = "", place = ""] = line
      .split("|")
      .slice(1)
      .map((cell) => cell.trim());
    return { says, id: /^\[([^\]]+)\]\(scenarios\/\1\.md\)$/.exec(link)?.[1], place };
  });
}

/** What proves something of a scenario: its phases, and what of it is no phase. */
function placesOf(id: string | undefined): readonly string[] {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (!found) return [];
  return [
    ...found.phases.map(({ name }) => name),
    "_(the teardown)_",
    ...(found.credentialsFiles.length > 0 ? ["_(the credentials file)_"] : []),
    ...(found.billed.note === undefined ? [] : ["_(what it costs)_"]),
  ];
}

describe("the page of the workshops", () => {
  it("has a table for each of the five", () => {
    expect([...tables.keys()]).to.deep.equal(["W1", "W2", "W3", "W4", "W5"]);
  });

  for (const [workshop, rows] of tables) {
    it(`names a scenario that is there, and a place in it, for all that ${workshop} says`, () => {
      expect(rows).not.to.deep.equal([]);
      expect(rows.filter(({ says, id, place }) => says === "" || !placesOf(id).includes(place))).to.deep.equal([]);
    });

    it(`names every scenario of ${workshop}`, () => {
      const ids = scenarios.filter((scenario) => scenario.workshop.includes(workshop)).map(({ id }) => id);
      expect(ids.filter((id) => !rows.some((row) => row.id === id))).to.deep.equal([]);
    });
  }
});
