import { callerArn } from "../../infra/callerArn.ts";
import { EncryptedSecret } from "../../infra/encryptedSecret.ts";
import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { getItem } from "../contract/actions/getItem.ts";
import { getSecretValue } from "../contract/actions/getSecretValue.ts";
import { putItem } from "../contract/actions/putItem.ts";
import { updateTable } from "../contract/actions/updateTable.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const item = { id: "1" };
const policyArns = [
  "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess",
  "arn:aws:iam::aws:policy/SecretsManagerReadWrite",
];
const denied = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "kms/via-service-only",
  title: "Let a key be used through one service only",
  lesson:
    "The condition kms:ViaService allows the use of a key where a certain service asks for it, for a person who may use the service. The same person decrypts nothing by a call of their own, and nothing through another service.",
  workshop: "none",
  billed: { keys: 1, secrets: 1 },
  needs: [],
  limits: [],

  parameters: {},
  deploy: ({ name }) => {
    const reader = new UnprivilegedUser("reader", { userName: name("table-reader"), policyArns });
    const other = new UnprivilegedUser("other", { userName: name("other-reader"), policyArns });
    const key = new EncryptionKey("key", {
      alias: name("through-dynamodb"),
      administrators: [callerArn()],
      users: [callerArn()],
      statements: [
        {
          Sid: "Through DynamoDB alone",
          Effect: "Allow",
          Principal: [reader],
          Action: "kms:Decrypt",
          Condition: { StringLike: { "kms:ViaService": "dynamodb.*.amazonaws.com" } },
        },
      ],
    });
    const table = new EncryptedTable("table", { tableName: name("under-the-key"), encryption: key });
    const plain = new EncryptedTable("plain", { tableName: name("not-under-the-key"), encryption: "owned" });
    const secret = new EncryptedSecret("secret", { secretName: name("under-the-key"), secretString: "pass123", key });
    return { reader, other, key, table, plain, secret };
  },
  principals: { admin: administrator(), reader: accessKeyOf("reader"), other: accessKeyOf("other") },

  phases: [
    {
      name: "the administrator encrypts, by a call and through two services",
      expect: [
        can("admin", encrypt("key", "letter", { noteAs: "ciphertext" })),
        can("admin", putItem("table", item)),
        can("admin", getSecretValue("secret"), { yields: "pass123" }),
      ],
    },
    {
      name: "the reader decrypts through DynamoDB",
      expect: [
        can("reader", getItem("table", item), { yields: item }),
        can("reader", putItem("table", { id: "2" })),
        cannot("other", getItem("table", item), denied("kms:Decrypt")),
      ],
    },
    {
      name: "not directly, not through another service, and nothing but decrypting",
      expect: [
        cannot("reader", decrypt({ noted: "ciphertext" }), denied("kms:Decrypt")),
        cannot("reader", getSecretValue("secret"), {
          ...denied("kms:Decrypt"),
          says: "Access to KMS is not allowed",
        }),
        cannot("other", getSecretValue("secret"), denied("kms:Decrypt")),
        cannot("reader", updateTable("plain", "key"), denied("kms:CreateGrant")),
      ],
    },
  ],
});
