import { expect } from "chai";
import { parsePolicy } from "../../../emulator/authorization/policy.ts";
import { policyAsShown } from "../../../emulator/authorization/policyAsShown.ts";
import { Instance } from "../../../emulator/instance.ts";
import { User } from "../../../emulator/services/iam/users/user.ts";

const accountId = "111122223333";
const alice = `arn:aws:iam::${accountId}:user/Alice`;
const bob = `arn:aws:iam::${accountId}:user/Bob`;
const ids: Readonly<Record<string, string>> = { [alice]: "AIDAALICE", [bob]: "AIDABOB" };

/** An instance with users of these ids. */
function instanceWith(users: Readonly<Record<string, string>>): Instance {
  const instance = new Instance("test");
  for (const [name, id] of Object.entries(users)) {
    instance
      .account(accountId)
      .iam.users.add(new User({ accountId, name, path: "/", id, createdAt: new Date(0), tags: new Map() }));
  }
  return instance;
}

const cases: readonly {
  readonly name: string;
  readonly AWS: string | readonly string[];
  readonly users: Readonly<Record<string, string>>;
  readonly shown: string | readonly string[];
}[] = [
  {
    name: "as they were written",
    AWS: [alice, bob],
    users: { Alice: "AIDAALICE", Bob: "AIDABOB" },
    shown: [alice, bob],
  },
  { name: "with the unique id of who is gone", AWS: alice, users: { Bob: "AIDABOB" }, shown: "AIDAALICE" },
  {
    name: "with the unique id of one of several",
    AWS: [alice, bob],
    users: { Bob: "AIDABOB" },
    shown: ["AIDAALICE", bob],
  },
  {
    name: "with the unique id although there is a namesake",
    AWS: alice,
    users: { Alice: "AIDANEW" },
    shown: "AIDAALICE",
  },
  { name: "with accounts and everyone as they are", AWS: [accountId, "*"], users: {}, shown: [accountId, "*"] },
];

describe("The policies of resources are shown", () => {
  for (const { name, AWS, users, shown } of cases) {
    it(name, () => {
      const document = (who: typeof AWS) => ({
        Statement: [
          { Effect: "Allow", Principal: { AWS: who }, Action: "kms:*", Resource: alice },
          { Effect: "Allow", Principal: { Service: "dynamodb.amazonaws.com" }, Action: "kms:*", Resource: "*" },
        ],
      });
      const policy = parsePolicy(JSON.stringify(document(AWS)), "key policy", (arn) => ids[arn]);
      expect(JSON.parse(policyAsShown(instanceWith(users), policy))).to.deep.equal(document(shown));
    });
  }

  it("to the letter where nobody is gone", () => {
    const text = `{ "Statement": [ {"Effect":"Allow","Principal":{"AWS":"${alice}"},"Action":"kms:*","Resource":"*"} ] }`;
    const policy = parsePolicy(text, "key policy", (arn) => ids[arn]);
    expect(policyAsShown(instanceWith({ Alice: "AIDAALICE" }), policy)).to.equal(text);
  });
});
