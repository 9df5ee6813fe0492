import { callerArn } from "../../infra/callerArn.ts";
import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { PolicyDocument } from "../../infra/policies/policyDocument.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeTable } from "../contract/actions/describeTable.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { getItem } from "../contract/actions/getItem.ts";
import { putItem } from "../contract/actions/putItem.ts";
import { scanTable } from "../contract/actions/scanTable.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const item = { id: "1", service: "weather" };
const apiKey = "not-a-real-api-key";
const encryptionContext = { id: item.id };

export default scenario({
  id: "dynamodb/api-keys-encrypted-by-the-client",
  title: "Keep API keys in a table whose readers cannot use them",
  lesson:
    "What the client encrypts with KMS before it writes is a ciphertext to everybody who reads the table, whatever key the table has. Reading the API key takes both the table and the key, and DynamoDB decrypts nothing.",
  workshop: "W4, API keys encrypted with KMS in DynamoDB",
  billed: { keys: 1 },
  needs: [],
  limits: ["KMS encrypts 4096 bytes at most: what is longer takes a data key, which is not shown here."],
  accepts: {
    "UserPolicy app-inline, policy: statement 1 is about every resource": "there is no other table",
  },

  parameters: {},
  deploy: ({ name }) => {
    const table = new EncryptedTable("table", { tableName: name("api-keys"), encryption: "owned" });
    const app = new UnprivilegedUser("app", {
      userName: name("app"),
      inlinePolicy: table.arn.apply((Resource): PolicyDocument => ({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: ["dynamodb:GetItem", "dynamodb:PutItem"], Resource }],
      })),
    });
    const reader = new UnprivilegedUser("reader", {
      userName: name("table-reader"),
      policyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"],
    });
    const keyUser = new UnprivilegedUser("keyUser", { userName: name("key-user") });
    const key = new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn()],
      users: [app, keyUser],
    });
    return { table, app, reader, keyUser, key };
  },
  principals: {
    admin: administrator(),
    app: accessKeyOf("app"),
    reader: accessKeyOf("reader"),
    keyUser: accessKeyOf("keyUser"),
  },

  phases: [
    {
      name: "the app encrypts an API key and stores it in a table under DynamoDB's own key",
      expect: [
        can("admin", describeTable("table", "key"), { yields: { encryptedUnder: "DynamoDB's own key" } }),
        can("app", encrypt("key", apiKey, { encryptionContext, noteAs: "ciphertext" })),
        can("app", putItem("table", item, { notedAttributes: { apiKey: "ciphertext" } })),
      ],
    },
    {
      name: "the table's reader gets the item, with a ciphertext that is of no use without the key",
      expect: [
        can("reader", getItem("table", item, { noteAttributesAs: { apiKey: "what the reader sees" } }), {
          yields: item,
        }),
        cannot("reader", decrypt({ noted: "what the reader sees", encryptionContext }), {
          action: "kms:Decrypt",
          layer: "identity policy",
        }),
        cannot("reader", putItem("table", item), { action: "dynamodb:PutItem", layer: "identity policy" }),
      ],
    },
    {
      name: "the key alone is not enough either: its user cannot get at the ciphertext",
      expect: [
        cannot("keyUser", getItem("table", item), { action: "dynamodb:GetItem", layer: "identity policy" }),
        can("keyUser", decrypt({ noted: "what the reader sees", encryptionContext }), { yields: apiKey }),
      ],
    },
    {
      name: "who has both reads the API key, item by item",
      expect: [
        can("app", getItem("table", item, { noteAttributesAs: { apiKey: "what the app sees" } }), { yields: item }),
        can("app", decrypt({ noted: "what the app sees", encryptionContext }), { yields: apiKey }),
        cannot("app", scanTable("table"), { action: "dynamodb:Scan", layer: "identity policy" }),
      ],
    },
  ],
});
