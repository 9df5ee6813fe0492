import { expect } from "chai";
import { matrixLines } from "../../../cli/sandbox/matrixLines.ts";
import { visibleLine } from "../../../cli/sandbox/visibleLine.ts";
import { visibleTable } from "../../../cli/sandbox/visibleTable.ts";
import type { MatrixRow, Tallies } from "../../../sandboxes/isolation/isolationMatrix.ts";
import type { VisibleList, VisibleNames } from "../../../sandboxes/classes/classRecord.ts";

const allDenied: Tallies = { read: { attempts: 4, open: 0 }, use: { attempts: 1, open: 0 } };
const out = { attempts: 10, open: 0 };

/** A class of which everybody was tried on the next ones. */
function rowsOf(count: number, partners: number, nameOf = (index: number) => `student-${index}`): MatrixRow[] {
  const names = Array.from({ length: count }, (_, index) => nameOf(index));
  return names.map((lease, index) => ({
    lease,
    towards: Array.from({ length: partners }, (_, step) => ({
      whose: names[(index + step + 1) % count] ?? "",
      tallies: allDenied,
    })),
    nobodys: allDenied,
    out,
  }));
}

const list = (what: string, ofOthers: number, ofNobody: number): VisibleList => ({
  action: `iam:List${what}`,
  what,
  answer: "listed",
  ofOthers,
  ofNobody,
});
const seen = (accountId: string, ...lists: readonly VisibleList[]): VisibleNames => ({
  accountId,
  region: "us-east-1",
  as: "ada-admin",
  lists,
});

describe("the matrix of a class in a terminal", () => {
  it("marks pairs that were not tried as such, and not as denied", () => {
    const [ada, ben] = rowsOf(3, 1);
    const lines = matrixLines({ rows: rowsOf(3, 1), visible: [] });
    expect(lines.slice(1, 4)).to.deep.equal([
      "1 student-0    ✘ ·  ✘         ✘",
      "2 student-1  ·   ✘  ✘         ✘",
      "3 student-2  ✘ ·    ✘         ✘",
    ]);
    expect([ada?.towards.length, ben?.towards.length]).to.deep.equal([1, 1]);
  });

  it("marks what was not denied by its kind, several kinds by a star, and where nothing was tried nothing is denied", () => {
    const open = { attempts: 2, open: 1 };
    const row = (lease: string, tallies: readonly Tallies[], others: Tallies, way = out): MatrixRow => ({
      lease,
      towards: tallies.map((each, index) => ({
        whose: ["a", "b", "c"].filter((one) => one !== lease)[index] ?? "",
        tallies: each,
      })),
      nobodys: others,
      out: way,
    });
    const rows = [
      row(
        "a",
        [
          { ...allDenied, use: open },
          { read: open, assume: open },
        ],
        {},
      ),
      row("b", [{ change: open }, { assume: open }], { read: open }),
      row("c", [allDenied, {}], allDenied, { attempts: 10, open: 2 }),
    ];
    const lines = matrixLines({ rows, visible: [] });
    expect(lines.slice(1, 4)).to.deep.equal([
      "1 a          U *  ·         ✘",
      "2 b        C   A  R         ✘",
      "3 c        ✘ ·    ✘         !",
    ]);
    expect(lines.slice(7, 11)).to.deep.equal([
      "Attempts                         Read (R)            Use (U)            Change (C)         Assume (A)",
      "on other students'               1 of 10 NOT DENIED  1 of 3 NOT DENIED  1 of 2 NOT DENIED  2 of 4 NOT DENIED",
      "on the instructor's and others'  1 of 6 NOT DENIED   ✘ 1                ·                  ·",
      "to get out of the own sandbox    2 of 30 NOT DENIED",
    ]);
  });

  it("fits a class of thirty into a hundred columns, and keeps of long names what tells them apart", () => {
    const longNames = (index: number) => `maximiliane-von-habsburg-${String(index).padStart(4, "0")}`;
    const lines = matrixLines({ rows: rowsOf(30, 29, longNames), visible: [] });
    expect(Math.max(...lines.map((line) => line.length))).to.be.at.most(100);
    expect(lines.slice(0, 3)).to.deep.equal([
      "                                            1 1 1 1 1 1 1 1 1 1 2 2 2 2 2 2 2 2 2 2 3",
      "   Sandbox                1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0  Nobody's  Out",
      " 1 maximiliane-von…-0000    ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘ ✘  ✘         ✘",
    ]);
  });

  it("has a line for those of a larger class with whom the same came out, and one for each other", () => {
    const rows = rowsOf(200, 30).map((row) =>
      row.lease === "student-7"
        ? {
            ...row,
            towards: row.towards.map((one, index) =>
              index === 0 ? { ...one, tallies: { read: { attempts: 4, open: 1 } } } : one,
            ),
          }
        : row,
    );
    const lines = matrixLines({ rows, visible: [] });
    expect(lines.slice(0, 3)).to.deep.equal([
      "Sandbox                 Tried on   Read                 Use   Change  Assume  Nobody's  Out",
      "student-0 and 198 more  30 of 199  ✘ 120                ✘ 30  ·       ·       ✘ 5       ✘ 10",
      "student-7               30 of 199  1 of 120 NOT DENIED  ✘ 29  ·       ·       ✘ 5       ✘ 10",
    ]);
  });
});

describe("what everybody sees of others", () => {
  it("is named kind by kind, each once", () => {
    const lists = [list("tables", 2, 0), list("keys", 0, 0), list("users", 0, 1), list("roles", 1, 1)];
    expect(visibleLine([seen("1", ...lists), seen("2", list("tables", 1, 0))])).to.equal(
      "Visible to everybody, by name alone: tables, users and roles of others.",
    );
    expect(visibleLine([seen("1", list("tables", 2, 0))])).to.equal(
      "Visible to everybody, by name alone: tables of others.",
    );
    expect(visibleLine([seen("1", list("tables", 0, 0))])).to.equal(
      "Visible to everybody: nothing of others, not even names.",
    );
  });

  it("is told with who has seen it, what is denied, and from account to account", () => {
    const denied = { ...list("groups", 0, 0), answer: "denied" } as const;
    expect(
      visibleTable([seen("1", list("tables", 0, 3), denied), seen("2", list("tables", 2, 3), denied)]),
    ).to.deep.equal([
      "Visible names  Other students'  Instructor's and others'  Shown by",
      "tables         0 to 2           3                         iam:Listtables",
      "Seen by ada-admin in 1, us-east-1, and by one in each of 1 more accounts and regions. Denied:",
      "  iam:Listgroups",
    ]);
    expect(visibleTable([]).at(-1)).to.equal("Seen by nobody: no sandbox is open.");
  });
});
