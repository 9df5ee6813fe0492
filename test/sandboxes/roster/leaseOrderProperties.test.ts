import { expect } from "chai";
import fc from "fast-check";
import { leaseOrders } from "../../../sandboxes/roster/leaseOrders.ts";
import { rosterChange } from "../../../sandboxes/roster/rosterChange.ts";
import type { LeaseOrder } from "../../../sandboxes/lease/lease.ts";
import type { Roster, Student } from "../../../sandboxes/student.ts";

/** Names that are near to each other, to ids, and to what has no slug. */
const anyName = fc.oneof(
  fc.constantFrom("Zoë", "Zoë Müller", "Zoe-a", "a", "a a", "a-a", "王伟", "", "red", "seat 01"),
  fc.stringMatching(/^[a-c -]{1,14}$/),
  fc.string(),
);

const anyStudent = fc.record<Student>(
  {
    id: fc.oneof(fc.stringMatching(/^[ab]{1,3}(-[ab]{1,2}){0,2}$/), fc.stringMatching(/^[0-9]{1,3}$/)),
    name: anyName,
    group: fc.constantFrom("red", "blue", "none"),
    role: fc.constant("student"),
  },
  { requiredKeys: ["id", "role"] },
);

const anyRoster: fc.Arbitrary<Roster> = fc.record({
  students: fc.uniqueArray(anyStudent, { selector: ({ id }) => id, maxLength: 40 }),
  groups: fc.constantFrom(
    [],
    [
      { name: "red", shared: true },
      { name: "blue", shared: false },
    ],
    [
      { name: "red", shared: true },
      { name: "blue", shared: true },
    ],
  ),
});

const ordersOf = (roster: Roster, known: readonly LeaseOrder[] = []) =>
  leaseOrders(roster, { className: "autumn", blueprint: "ready-made", known });

const idsByStudents = (orders: readonly LeaseOrder[]) =>
  Object.fromEntries(orders.map(({ id, students }) => [students.toSorted().join(), id]));

function expectDistinct(orders: readonly LeaseOrder[]): void {
  const sorted = orders.map(({ id }) => `${id}-`).sort();
  // What begins with another stands right behind it, or behind others that begin so.
  for (const [index, id] of sorted.entries()) expect(sorted[index + 1]?.startsWith(id) ?? false).to.equal(false);
}

describe("whoever is in a class, the sandboxes", () => {
  it("have ids of which none begins another", () => {
    fc.assert(
      fc.property(anyRoster, (roster) => {
        const orders = ordersOf(roster);
        expectDistinct(orders);
        for (const { id } of orders) expect(id).to.match(/^(?=.{6,17}$)[a-z][a-z0-9]*(-[a-z0-9]+)*-[a-z2-7]{4}$/);
      }),
    );
  });

  it("have every student once", () => {
    fc.assert(
      fc.property(anyRoster, (roster) => {
        const ids = ordersOf(roster).flatMap(({ students }) => students);
        expect(ids.toSorted()).to.deep.equal(roster.students.map(({ id }) => id).sort());
      }),
    );
  });

  it("are the same when they are ordered again, also in another order", () => {
    fc.assert(
      fc.property(anyRoster, (roster) => {
        const orders = ordersOf(roster);
        expect(ordersOf(roster, orders)).to.deep.equal(orders);
        const reversed = { ...roster, students: roster.students.toReversed() };
        const again = ordersOf(reversed, orders.toReversed());
        expect(rosterChange(orders, again)).to.deep.equal({ added: [], removed: [], kept: again, changed: [] });
      }),
    );
  });

  it("have the same ids whatever the order of the roster is", () => {
    const reordered = anyRoster.chain((roster) =>
      fc.tuple(fc.constant(roster), fc.shuffledSubarray([...roster.students], { minLength: roster.students.length })),
    );
    fc.assert(
      fc.property(reordered, ([roster, students]) => {
        expect(idsByStudents(ordersOf({ ...roster, students }))).to.deep.equal(idsByStudents(ordersOf(roster)));
      }),
    );
  });

  it("stay those of the same students when others come and go", () => {
    fc.assert(
      fc.property(anyRoster, anyRoster, ({ students: before, groups }, { students: others }) => {
        const ids = new Set(before.map(({ id }) => id));
        const orders = ordersOf({ students: before, groups });
        const staying = before.slice(Math.floor(before.length / 2));
        const students = [...others.filter(({ id }) => !ids.has(id)), ...staying];
        const after = ordersOf({ students, groups }, orders);
        expectDistinct([...new Map([...orders, ...after].map((order) => [order.id, order])).values()]);
        for (const { id } of staying) {
          const find = (all: readonly LeaseOrder[]) => all.find((order) => order.students.includes(id))?.id;
          expect(find(after)).to.equal(find(orders));
        }
      }),
    );
  });

  it("have different ids where a thousand students have the same name", () => {
    const students = Array.from({ length: 1000 }, (_, index): Student => ({
      id: `${index}`,
      name: "Zoë",
      role: "student",
    }));
    const orders = ordersOf({ students, groups: [] });
    expect(orders.map(({ students: [id] }) => id)).to.deep.equal(students.map(({ id }) => id));
    expect(new Set(orders.map(({ id }) => id)).size).to.equal(1000);
    expectDistinct(orders);
  });
});
