import { expect } from "chai";
import { UserError } from "../../../errors/userError.ts";
import { assignAccounts } from "../../../sandboxes/accounts/assignAccounts.ts";
import { roleIn } from "../../../sandboxes/accounts/roleIn.ts";
import type { LeaseOrder } from "../../../sandboxes/lease/lease.ts";
import { thrownBy } from "../../support/thrownBy.ts";

const order = (id: string, rest: Partial<LeaseOrder> = {}): LeaseOrder => ({
  id,
  students: [id],
  pseudonym: "aaaaaaaaaa",
  blueprint: "ready-made",
  joinCode: "2222-2222-2222",
  ...rest,
});

const [first, second, third] = ["111122223333", "444455556666", "777788889999"];
const table = [{ account: first }, { account: second, region: "eu-west-1" }, { account: third }];
const placesOf = (orders: readonly LeaseOrder[]) =>
  orders.map(({ id, account = "home", region = "home" }) => `${id} ${account} ${region}`);

describe("the accounts of a table", () => {
  it("go to those who have none, in the order of the file, with their region", () => {
    expect(placesOf(assignAccounts([order("a"), order("b")], [], table))).to.deep.equal([
      `a ${first} home`,
      `b ${second} eu-west-1`,
    ]);
  });

  it("leave the region to who has one", () => {
    const orders = [order("a", { account: second, region: "us-west-2" }), order("b", { account: second })];
    expect(placesOf(assignAccounts(orders, [], table))).to.deep.equal([
      `a ${second} us-west-2`,
      `b ${second} eu-west-1`,
    ]);
  });

  it("are not given where the roster has given them, even to those after", () => {
    const orders = [order("a"), order("b", { account: first })];
    expect(placesOf(assignAccounts(orders, [], table))).to.deep.equal([`a ${second} eu-west-1`, `b ${first} home`]);
  });

  it("are not given twice: those that are there keep theirs, also those that are about to go", () => {
    const known = [order("gone", { account: first }), order("b", { account: third })];
    expect(placesOf(assignAccounts([order("a"), ...known.slice(1)], known, table))).to.deep.equal([
      `a ${second} eu-west-1`,
      `b ${third} home`,
    ]);
  });

  it("give the same when they are given again", () => {
    const orders = assignAccounts([order("a"), order("b")], [], table);
    expect(assignAccounts(orders, orders, table)).to.deep.equal(orders);
    expect(assignAccounts(orders, orders, table.toReversed())).to.deep.equal(orders);
  });

  it("leave at home what stands there", () => {
    expect(placesOf(assignAccounts([order("a"), order("b")], [order("a")], table))).to.deep.equal([
      "a home home",
      `b ${first} home`,
    ]);
  });
});

const refused = [
  {
    is: "one is missing",
    orders: [order("a"), order("b"), order("c"), order("d")],
    says: "1 account is missing: of the 3 in the table of accounts 3 are free, and each new sandbox needs one of its own.",
    next: "Add accounts to the table, or end sandboxes that are not needed any more.",
  },
  {
    is: "several are missing, as others are in use",
    orders: [order("a"), order("b"), order("c"), order("d")],
    known: [order("a", { account: first }), order("gone", { account: second })],
    says: "2 accounts are missing: of the 3 in the table of accounts 1 is free, and each new sandbox needs one of its own.",
    next: "Add accounts to the table, or end sandboxes that are not needed any more.",
  },
  {
    is: "the roster has one that is not among them",
    orders: [order("a", { account: "012345678901", students: ["s-1", "s-2"] })],
    says: "The roster has the account 012345678901 for s-1, s-2, which is not in the table of accounts.",
    next: "Add it to the table, or leave it out of the roster.",
  },
  {
    is: "a sandbox stands in one that is not among them any more",
    orders: [order("a", { account: "012345678901" })],
    known: [order("a", { account: "012345678901" })],
    says: "The sandbox a is in the account 012345678901, which is not in the table of accounts.",
    next: "Put it back into the table: without its role nobody gets at the sandbox. Or end the sandbox first.",
  },
];

describe("a table of accounts is refused where", () => {
  for (const { is, orders, known = [], says, next } of refused) {
    it(is, () => {
      const { message, nextStep } = thrownBy(() => assignAccounts(orders, known, table), UserError);
      expect([message, nextStep]).to.deep.equal([says, next]);
    });
  }
});

describe("the role in an account", () => {
  const role = "arn:aws:iam::444455556666:role/mine";
  const accounts = [{ account: first }, { account: second, role, externalId: "course-17" }];
  for (const [account, partition, expected] of [
    [first, "aws", { arn: `arn:aws:iam::${first}:role/keylab-sandboxes` }],
    [second, "aws", { arn: role, externalId: "course-17" }],
    [third, "aws-cn", { arn: `arn:aws-cn:iam::${third}:role/keylab-sandboxes` }],
  ] as const) {
    it(`${account} in ${partition} is ${expected.arn}`, () => {
      expect(roleIn(account, accounts, partition)).to.deep.equal(expected);
    });
  }
});
