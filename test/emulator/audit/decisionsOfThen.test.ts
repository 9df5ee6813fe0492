import { CreateTableCommand, DescribeTableCommand, TagResourceCommand as TagTable } from "@aws-sdk/client-dynamodb";
import {
  CreateRoleCommand,
  GetRoleCommand,
  TagRoleCommand,
  TagUserCommand,
  UntagUserCommand,
} from "@aws-sdk/client-iam";
import {
  CreateKeyCommand,
  DescribeKeyCommand,
  TagResourceCommand as TagKey,
  UntagResourceCommand,
} from "@aws-sdk/client-kms";
import {
  CreateSecretCommand,
  DescribeSecretCommand,
  TagResourceCommand as TagSecret,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import type { Explanation } from "../../../emulator/authorization/explanation.ts";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../support/emulator.ts";
import { trust } from "../services/iam/document.ts";

/** Something with the tag `team: red`, which a user without permissions asks for. */
interface Tagged {
  /** The condition key that tells of the tag. */
  readonly key: string;
  /** What the user asks for. */
  readonly ask: (user: Clients) => Promise<unknown>;
  /** Gives the tag the value `blue`, or takes it away. */
  readonly change: () => Promise<unknown>;
}

const team = [{ Key: "team", Value: "red" }];
const otherTeam = [{ Key: "team", Value: "blue" }];

const cases: { name: string; make: (root: Clients, userName: string) => Promise<Tagged> }[] = [
  {
    name: "a key",
    make: async ({ kms }) => {
      const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Tags: [{ TagKey: "team", TagValue: "red" }] }));
      const KeyId = KeyMetadata?.KeyId;
      return {
        key: "aws:resourcetag/team",
        ask: (user) => user.kms.send(new DescribeKeyCommand({ KeyId })),
        change: () => kms.send(new TagKey({ KeyId, Tags: [{ TagKey: "team", TagValue: "blue" }] })),
      };
    },
  },
  {
    name: "a key that loses its tag",
    make: async ({ kms }) => {
      const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Tags: [{ TagKey: "team", TagValue: "red" }] }));
      const KeyId = KeyMetadata?.KeyId;
      return {
        key: "aws:resourcetag/team",
        ask: (user) => user.kms.send(new DescribeKeyCommand({ KeyId })),
        change: () => kms.send(new UntagResourceCommand({ KeyId, TagKeys: ["team"] })),
      };
    },
  },
  {
    name: "a table",
    make: async ({ dynamoDb }, TableName) => {
      const { TableDescription } = await dynamoDb.send(
        new CreateTableCommand({
          TableName,
          AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
          KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
          BillingMode: "PAY_PER_REQUEST",
          Tags: team,
        }),
      );
      return {
        key: "aws:resourcetag/team",
        ask: (user) => user.dynamoDb.send(new DescribeTableCommand({ TableName })),
        change: () => dynamoDb.send(new TagTable({ ResourceArn: TableDescription?.TableArn, Tags: otherTeam })),
      };
    },
  },
  {
    name: "a secret",
    make: async ({ secretsManager }, Name) => {
      await secretsManager.send(new CreateSecretCommand({ Name, SecretString: "x", Tags: team }));
      return {
        key: "aws:resourcetag/team",
        ask: (user) => user.secretsManager.send(new DescribeSecretCommand({ SecretId: Name })),
        change: () => secretsManager.send(new TagSecret({ SecretId: Name, Tags: otherTeam })),
      };
    },
  },
  {
    name: "a role",
    make: async ({ iam }, RoleName) => {
      const AssumeRolePolicyDocument = trust("000000000000");
      await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument, Tags: team }));
      return {
        key: "aws:resourcetag/team",
        ask: (user) => user.iam.send(new GetRoleCommand({ RoleName })),
        change: () => iam.send(new TagRoleCommand({ RoleName, Tags: otherTeam })),
      };
    },
  },
  {
    name: "the user who asks",
    make: async ({ iam }, UserName) => {
      await iam.send(new TagUserCommand({ UserName, Tags: team }));
      return {
        key: "aws:principaltag/team",
        ask: (user) => user.iam.send(new GetRoleCommand({ RoleName: "nobody" })),
        change: () => iam.send(new TagUserCommand({ UserName, Tags: otherTeam })),
      };
    },
  },
  {
    name: "a user who loses the tag",
    make: async ({ iam }, UserName) => {
      await iam.send(new TagUserCommand({ UserName, Tags: team }));
      return {
        key: "aws:principaltag/team",
        ask: (user) => user.iam.send(new GetRoleCommand({ RoleName: "nobody" })),
        change: () => iam.send(new UntagUserCommand({ UserName, TagKeys: ["team"] })),
      };
    },
  },
];

/** What the request had of the conditions that the user's policy states. */
function requested({ layers }: Explanation): unknown {
  const statements = layers.find(({ layer }) => layer === "identity policy")?.statements ?? [];
  return statements.flatMap(({ conditions }) => conditions.map(({ key, requested }) => ({ key, requested })));
}

describe("An explanation asked for later shows the tags of then:", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startTestEmulator();
  });
  after(() => emulator.stop());

  for (const [index, { name, make }] of cases.entries()) {
    it(name, async () => {
      const root = clientsFor(emulator);
      const userName = `User-${index}`;
      // No statement is about the actions that are asked for, so that no decision needs to look at the tags itself.
      const elsewhere = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" } as const;
      const Condition = (key: string) => ({ StringEquals: { [key]: "green" } });
      const user = await createUser(emulator, userName, [
        { ...elsewhere, Condition: Condition("aws:ResourceTag/team") },
        { ...elsewhere, Condition: Condition("aws:PrincipalTag/team") },
      ]);
      const { key, ask, change } = await make(root, userName);
      expect((await refusalOf(ask(user.clients))).status).to.be.within(400, 403);
      await change();
      const explanation = emulator.instance.decisions.lastDenial();
      expect(explanation && requested(explanation)).to.deep.equal(
        ["aws:resourcetag/team", "aws:principaltag/team"].map((asked) => ({
          key: asked,
          requested: asked === key ? ["red"] : null,
        })),
      );
    });
  }
});
