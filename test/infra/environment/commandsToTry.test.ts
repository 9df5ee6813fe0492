import { expect } from "chai";

import { commandsToTry } from "../../../infra/environment/commandsToTry.ts";
import type { WorkshopSettings } from "../../../infra/environment/workshopSchema.ts";

const policy = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const everything: WorkshopSettings = {
  key: { alias: "hub" },
  tables: [{ tableName: "tasks", items: [{ id: "it's 1" }, { id: "2" }] }],
  secrets: [{ secretName: "password" }],
  users: [{ userName: "Ada", policyArns: [policy("AmazonDynamoDBFullAccess"), policy("SecretsManagerReadWrite")] }],
};
const getItem = `aws dynamodb get-item --table-name tasks --key '{"id":{"S":"it'\\''s 1"}}' --profile Ada`;
const getSecret = "aws secretsmanager get-secret-value --secret-id password --profile Ada";
const encrypt = "aws kms encrypt --key-id alias/hub --plaintext bGV0dGVy --profile Ada";

describe("commandsToTry", () => {
  const [ada] = everything.users ?? [];
  const cases: { name: string; settings: Partial<WorkshopSettings>; commands: Record<string, string> }[] = [
    {
      name: "says who is kept out",
      settings: {},
      commands: {
        "Ada is refused kms:Encrypt on the key hub": encrypt,
        "Ada is refused kms:Decrypt on the table tasks": getItem,
        "Ada is refused kms:Decrypt on the secret password": getSecret,
      },
    },
    {
      name: "says nothing where the key has statements of its own",
      settings: { key: { alias: "hub", statements: [{ Effect: "Deny", Principal: [], Action: "kms:Decrypt" }] } },
      commands: {},
    },
    {
      name: "says who reads",
      settings: { users: ada && [{ ...ada, keyUser: true }] },
      commands: {
        "Ada encrypts with the key hub": encrypt,
        "Ada reads the table tasks": getItem,
        "Ada reads the secret password": getSecret,
      },
    },
    {
      name: "knows key users whom the key's own settings name",
      settings: { key: { alias: "hub", users: ["arn:aws:iam::111122223333:user/Ada"] }, tables: [], secrets: [] },
      commands: { "Ada encrypts with the key hub": encrypt },
    },
    {
      name: "lets a table be read that is under no key of one's own",
      settings: { tables: [{ tableName: "tasks", encryption: "owned", items: [{ id: "it's 1" }] }], secrets: [] },
      commands: { "Ada is refused kms:Encrypt on the key hub": encrypt, "Ada reads the table tasks": getItem },
    },
    {
      name: "tries neither tables nor secrets with somebody who has no right to read some",
      settings: { users: [{ userName: "Ada" }] },
      commands: { "Ada is refused kms:Encrypt on the key hub": encrypt },
    },
    {
      name: "tries no table without an item",
      settings: { tables: [{ tableName: "tasks" }], secrets: [] },
      commands: { "Ada is refused kms:Encrypt on the key hub": encrypt },
    },
    {
      name: "speaks as a role that people assume, and not as one that is a service's",
      settings: {
        users: [],
        roles: [
          { roleName: "Ada", keyUser: true },
          { roleName: "function", services: ["lambda.amazonaws.com"], keyUser: true },
        ],
      },
      commands: { "Ada encrypts with the key hub": encrypt },
    },
    {
      name: "says nothing of people of whose policies it does not know what they allow",
      settings: {
        users: [
          { userName: "Ada", policyArns: [policy("AdministratorAccess")] },
          { userName: "Bob", statements: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }] },
          { userName: "Charles", permissionsBoundary: policy("ReadOnlyAccess"), keyUser: true },
        ],
      },
      commands: {},
    },
  ];
  for (const { name, settings, commands } of cases) {
    it(name, () => expect(commandsToTry({ ...everything, ...settings })).to.deep.equal(commands));
  }
});
