import { expect } from "chai";
import { UserError } from "../../../errors/userError.ts";
import type { LeaseOrder } from "../../../sandboxes/lease/lease.ts";
import { leaseOrders } from "../../../sandboxes/roster/leaseOrders.ts";
import type { Group, Student } from "../../../sandboxes/student.ts";
import { thrownBy } from "../../support/thrownBy.ts";

const student = (id: string, rest: Partial<Student> = {}): Student => ({ id, role: "student", ...rest });

function ordersOf(students: readonly Student[], groups: readonly Group[] = [], known: readonly LeaseOrder[] = []) {
  const random = (count: number) => new Uint8Array(count).fill(1);
  return leaseOrders({ students, groups }, { className: "autumn", blueprint: "do-it-yourself", known, random });
}

/** An order that was made before, by another roster. */
const known = (id: string, students: readonly string[], group?: string): LeaseOrder => ({
  id,
  students,
  ...(group !== undefined && { group }),
  pseudonym: "aaaaaaaaaa",
  blueprint: "ready-made",
  joinCode: "2222-2222-2222",
});

const red: Group = { name: "red", shared: true };
const fresh = { pseudonym: "bbbbbbbbbb", blueprint: "do-it-yourself", joinCode: "3333-3333-3333" };

describe("the sandboxes of a class", () => {
  it("are one for each student, in the order of the roster, and an assistant has one too", () => {
    const zoe = student("s-17", { name: "Zoë Müller", account: "012345678901", region: "eu-west-1" });
    expect(ordersOf([zoe, student("s-16", { role: "assistant" })])).to.deep.equal([
      { id: "zoe-muller-6lgl", students: ["s-17"], ...fresh, account: "012345678901", region: "eu-west-1" },
      { id: "s-16-syqw", students: ["s-16"], ...fresh },
    ]);
  });

  it("are one for a group that is shared, and one each in a group that is not", () => {
    const blue: Group = { name: "blue", shared: false, blueprint: "ready-made" };
    const students = [
      student("a", { group: "red" }),
      student("b", { group: "blue" }),
      student("c", { group: "red", region: "eu-west-1" }),
      student("d", { group: "blue" }),
      student("e"),
    ];
    const orders = ordersOf(students, [red, blue, { name: "empty", shared: true }]);
    expect(orders.map(({ id, ...rest }) => ({ ...rest, begins: id.slice(0, -4) }))).to.deep.equal([
      { begins: "red-", students: ["a", "c"], group: "red", ...fresh, region: "eu-west-1" },
      { begins: "b-", students: ["b"], group: "blue", ...fresh, blueprint: "ready-made" },
      { begins: "d-", students: ["d"], group: "blue", ...fresh, blueprint: "ready-made" },
      { begins: "e-", students: ["e"], ...fresh },
    ]);
  });

  for (const [what, one, other] of [
    ["account", "012345678901", "123456789012"],
    ["region", "eu-west-1", "us-east-1"],
  ] as const) {
    it(`are refused where students who share one have different ${what}s`, () => {
      const students = [student("a", { group: "red", [what]: one }), student("b", { group: "red", [what]: other })];
      const { message, nextStep } = thrownBy(() => ordersOf(students, [red]), UserError);
      expect([message, nextStep]).to.deep.equal([
        `The group "red" shares one sandbox, but its students have several ${what}s: ${one}, ${other}.`,
        `Give all of them the same ${what}, or let the group not be shared.`,
      ]);
    });
  }

  it("draw pseudonyms and codes of their own for each", () => {
    const students = Array.from({ length: 100 }, (_, index) => student(`s-${index}`));
    const settings = { className: "autumn", blueprint: "ready-made", known: [] } as const;
    const [orders, again] = [
      leaseOrders({ students, groups: [] }, settings),
      leaseOrders({ students, groups: [] }, settings),
    ];
    for (const { pseudonym } of orders) expect(pseudonym).to.match(/^[a-z2-7]{10}$/);
    const all = [...orders, ...again];
    expect(new Set(all.map(({ pseudonym }) => pseudonym)).size).to.equal(200);
    expect(new Set(all.map(({ joinCode }) => joinCode)).size).to.equal(200);
    expect(again.map(({ id }) => id)).to.deep.equal(orders.map(({ id }) => id));
  });
});

describe("a sandbox that is there already", () => {
  it("stays as it is, whatever the roster says of its student now", () => {
    const before = known("somebody", ["s-17"], "blue");
    const after = ordersOf([student("s-17", { name: "Zoë", group: "red", account: "012345678901" })], [], [before]);
    expect(after).to.deep.equal([before]);
  });

  it("is that of nobody whose id is another, in case too", () => {
    const [order] = ordersOf([student("S-17")], [], [known("somebody", ["s-17"])]);
    expect(order?.id).to.match(/^s-17-[a-z2-7]{4}$/);
  });

  it("stays that of its group when other students share it", () => {
    const before = known("red-aaaa", ["a", "b"], "red");
    const students = ["b", "c"].map((id) => student(id, { group: "red" }));
    expect(ordersOf(students, [red], [before])).to.deep.equal([{ ...before, students: ["b", "c"] }]);
  });

  it("stays as it is when its students stand in another order", () => {
    const before = known("red-aaaa", ["a", "b"], "red");
    expect(
      ordersOf(
        ["b", "a"].map((id) => student(id, { group: "red" })),
        [red],
        [before],
      ),
    ).to.deep.equal([before]);
  });

  it("is not opened to others when a group comes to be shared", () => {
    const before = ["a", "b"].map((id) => known(`${id}-aaaa`, [id], "red"));
    const students = ["a", "b"].map((id) => student(id, { group: "red" }));
    const orders = ordersOf(students, [red], before);
    expect(orders.map(({ id, students: ids }) => [id.slice(0, -4), ids])).to.deep.equal([["red-", ["a", "b"]]]);
    expect(orders[0]?.pseudonym).to.equal(fresh.pseudonym);
  });

  it("is that of a group if several have it, though others of the group had one each before", () => {
    const shared = known("red-aaaa", ["a", "b"], "red");
    const before = [known("a-aaaa", ["a"], "red"), shared, known("b-aaaa", ["b"], "red")];
    const students = ["a", "b"].map((id) => student(id, { group: "red" }));
    expect(ordersOf(students, [red], before)).to.deep.equal([shared]);
  });

  it("is that of a group if one student has it alone, and others join them", () => {
    const before = known("red-aaaa", ["a"], "red");
    const students = ["a", "b"].map((id) => student(id, { group: "red" }));
    expect(ordersOf(students, [red], [before])).to.deep.equal([{ ...before, students: ["a", "b"] }]);
  });

  it("is left to nobody when a group is shared no more, and each gets one", () => {
    const students = ["a", "b"].map((id) => student(id, { group: "red" }));
    const orders = ordersOf(students, [{ name: "red", shared: false }], [known("red-aaaa", ["a", "b"], "red")]);
    expect(orders.map(({ id, students: ids }) => [id.slice(0, -4), ids])).to.deep.equal([
      ["a-", ["a"]],
      ["b-", ["b"]],
    ]);
  });

  it("keeps its id from others, though it is needed no more", () => {
    const [first] = ordersOf([student("s-17", { name: "Zoë Müller" })]);
    expect(first?.id).to.equal("zoe-muller-6lgl");
    const [second] = ordersOf([student("s-17", { name: "Zoë Müller" })], [], [known("zoe-muller-6lgl", ["other"])]);
    expect(second?.id).to.match(/^zoemuller-[a-z2-7]{4}$/);
  });
});
