import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { leaseOrders } from "../../sandboxes/roster/leaseOrders.ts";
import { rosterOf } from "../sandboxes/roster/rosterOf.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/roster.md"), "utf8");

/** The one example of a kind on the page. */
function example(kind: string): string {
  const found = [...page.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\``, "gms"))];
  expect(found).to.have.length(1);
  return found[0]?.[1] ?? "";
}

const zoe = { id: "s-17", name: "Zoë Müller", email: "zoe@example.com", group: "red", role: "student" };

describe("the page of the roster", () => {
  it("shows a table that can be read", () => {
    expect(rosterOf("class.csv", example("csv"))).to.deep.equal({
      students: [
        zoe,
        { id: "s-18", name: "Ada Byron", email: "ada@example.com", group: "red", role: "student" },
        { id: "t-01", name: "Okafor, Chidi", role: "assistant" },
      ],
      groups: [{ name: "red", shared: false }],
    });
  });

  it("shows YAML that can be read", () => {
    expect(rosterOf("class.yaml", example("yaml"))).to.deep.equal({
      students: [zoe, { id: "s-18", group: "red", role: "student" }, { id: "s-19", group: "blue", role: "student" }],
      groups: [
        { name: "red", blueprint: "ready-made", shared: true },
        { name: "blue", shared: false },
      ],
    });
  });

  it("shows the name of a sandbox as it is formed", () => {
    const settings = { className: "autumn", blueprint: "ready-made", known: [] } as const;
    const [order] = leaseOrders(rosterOf("class.csv", example("csv")), settings);
    expect(page).to.contain(`\`${order?.id ?? "no order"}\``);
  });

  it("names every other name of a column, and each is one", () => {
    const rows = page.slice(0, page.indexOf("## YAML")).matchAll(/^\| `(\w+)` +\|[^|]*\| +(`[^|]*?) *\|$/gm);
    const others = [...rows].flatMap(([, field, names = ""]) =>
      names.split(", ").map((name) => [field, name.replaceAll("`", "")]),
    );
    expect(others.length).to.be.greaterThan(10);
    for (const [field, name] of others) {
      const text = `${field === "id" ? "" : "id,"}${name ?? ""}\n${field === "id" ? "a" : "a,"}\n`;
      expect(rosterOf("class.csv", text).students, name).to.deep.equal([{ id: "a", role: "student" }]);
    }
  });
});
