import { GetUserCommand, ListUsersCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand, DescribeKeyCommand, ListKeysCommand } from "@aws-sdk/client-kms";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import type { EmulatorOptions } from "../../emulator/startEmulator.ts";
import { clientsFor, createUser, refusalOf, rootOf, startTestEmulator, type Clients } from "../support/emulator.ts";

const member = "111122223333";
const stranger = "444455556666";

function policy(...statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

const everything = { Effect: "Allow", Action: "*", Resource: "*" };
const noKeys = { Effect: "Deny", Action: "kms:CreateKey", Resource: "*" };
const onlyIam = { Effect: "Allow", Principal: "*", Action: "iam:*", Resource: "*" };

/** Asks as the root user of an account on an embedded AWS with these surroundings; and says in what way it was refused. */
async function asked(
  options: EmulatorOptions,
  accountId: string,
  ask: (clients: Clients) => Promise<unknown>,
): Promise<string> {
  const emulator = await startTestEmulator(options);
  try {
    const error = await refusalOf(ask(clientsFor(emulator, rootOf(accountId)))).catch(() => undefined);
    return error?.message ?? "allowed";
  } finally {
    await emulator.stop();
  }
}

const createKey = ({ kms }: Clients) => kms.send(new CreateKeyCommand({}));
const listUsers = ({ iam }: Clients) => iam.send(new ListUsersCommand({}));
const describeKey = async ({ kms }: Clients) => {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  return kms.send(new DescribeKeyCommand({ KeyId: KeyMetadata?.KeyId }));
};

interface Surroundings {
  readonly name: string;
  readonly options: EmulatorOptions;
  readonly accountId?: string;
  readonly ask: (clients: Clients) => Promise<unknown>;
  /** Part of the sentence, or `allowed`. */
  readonly expected: string;
}

const withPolicies = (level: Readonly<Record<string, string>>): EmulatorOptions => ({
  organization: { id: "o-exampleorgid", accounts: { [member]: { serviceControlPolicies: [level] } } },
});
const withResourcePolicy = (...statements: readonly object[]): EmulatorOptions => ({
  organization: {
    id: "o-exampleorgid",
    accounts: { [member]: { resourceControlPolicies: [{ guard: policy(...statements) }] } },
  },
});
const through = (text?: string): EmulatorOptions => ({
  vpcEndpoint: { id: "vpce-0a1b", vpc: "vpc-0c2d", policy: text },
});

const cases: readonly Surroundings[] = [
  {
    name: "a service control policy denies the root user of a member account",
    options: withPolicies({ guard: policy(everything, noKeys) }),
    ask: createKey,
    expected: "with an explicit deny in a service control policy",
  },
  {
    name: "a service control policy that leaves an action out denies it",
    options: withPolicies({ guard: policy({ ...everything, Action: "iam:*" }) }),
    ask: createKey,
    expected: "because no service control policy allows the kms:CreateKey action",
  },
  {
    name: "a service control policy lets through what it allows",
    options: withPolicies({ guard: policy({ ...everything, Action: "iam:*" }) }),
    ask: listUsers,
    expected: "allowed",
  },
  {
    name: "a service control policy is nothing to an account outside of the organization",
    options: withPolicies({ guard: policy(everything, noKeys) }),
    accountId: stranger,
    ask: createKey,
    expected: "allowed",
  },
  {
    name: "an account without policies of its own may do what FullAWSAccess allows",
    options: { organization: { id: "o-exampleorgid", accounts: { [member]: {} } } },
    ask: createKey,
    expected: "allowed",
  },
  {
    name: "a resource control policy denies on the resources of a member account",
    options: withResourcePolicy({ Effect: "Deny", Principal: "*", Action: "kms:DescribeKey", Resource: "*" }),
    ask: describeKey,
    expected: "with an explicit deny in a resource control policy",
  },
  {
    name: "a resource control policy that denies something else lets through what RCPFullAWSAccess allows",
    options: withResourcePolicy({ Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*" }),
    ask: describeKey,
    expected: "allowed",
  },
  {
    name: "a VPC endpoint without a policy of its own lets everything through",
    options: through(),
    ask: createKey,
    expected: "allowed",
  },
  {
    name: "a VPC endpoint's policy that leaves an action out denies it",
    options: through(policy(onlyIam)),
    ask: createKey,
    expected: "because no VPC endpoint policy allows the kms:CreateKey action",
  },
  {
    name: "a VPC endpoint's policy lets through what it allows",
    options: through(policy(onlyIam)),
    ask: listUsers,
    expected: "allowed",
  },
];

describe("The surroundings of an account:", () => {
  for (const { name, options, accountId = member, ask, expected } of cases) {
    it(name, async () => {
      expect(await asked(options, accountId, ask)).to.include(expected);
    });
  }

  it("what a service does for a caller does not come through the caller's VPC endpoint", async () => {
    const onlyTables = { ...onlyIam, Action: ["iam:*", "dynamodb:*"] };
    const emulator = await startTestEmulator(through(policy(onlyTables)));
    try {
      const { dynamoDb, kms } = clientsFor(emulator);
      await refusalOf(kms.send(new ListKeysCommand({})));
      await dynamoDb.send(
        new CreateTableCommand({
          TableName: "people",
          AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
          KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
          BillingMode: "PAY_PER_REQUEST",
          SSESpecification: { Enabled: true, SSEType: "KMS" },
        }),
      );
    } finally {
      await emulator.stop();
    }
  });

  it("a policy can ask for the organization's path, and for the VPC endpoint", async () => {
    const emulator = await startTestEmulator({
      ...through(),
      organization: { id: "o-exampleorgid", accounts: { "000000000000": { path: "r-ab12/ou-ab12-11111111" } } },
    });
    try {
      const statement = { Effect: "Allow", Action: "iam:GetUser", Resource: "*" } as const;
      const inside = {
        "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-exampleorgid/r-ab12/*" },
        StringEquals: { "aws:SourceVpce": "vpce-0a1b" },
      };
      const outside = { StringEquals: { "aws:SourceVpce": "vpce-9999" } };
      const alice = await createUser(emulator, "Alice", [{ ...statement, Condition: inside }]);
      const bob = await createUser(emulator, "Bob", [{ ...statement, Condition: outside }]);
      expect((await alice.clients.iam.send(new GetUserCommand({}))).User?.UserName).to.equal("Alice");
      const error = await refusalOf(bob.clients.iam.send(new GetUserCommand({})));
      expect(error.message).to.include("because no identity-based policy allows the iam:GetUser action");
    } finally {
      await emulator.stop();
    }
  });
});
