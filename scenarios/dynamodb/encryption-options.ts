import { callerArn } from "../../infra/callerArn.ts";
import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { describeServiceKey } from "../contract/actions/describeServiceKey.ts";
import { describeTable } from "../contract/actions/describeTable.ts";
import { disableServiceKey } from "../contract/actions/disableServiceKey.ts";
import { getItem } from "../contract/actions/getItem.ts";
import { putItem } from "../contract/actions/putItem.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const item = { id: "1", note: "in the clear for whoever may use the key" };

export default scenario({
  id: "dynamodb/encryption-options",
  title: "Compare the three keys that a DynamoDB table can have",
  lesson:
    "DynamoDB encrypts every table, but under its own key or under aws/dynamodb it decrypts for whoever may read the table. Only a customer managed key makes reading a second permission.",
  workshop: "W3 step 2",
  billed: { keys: 1 },
  needs: [],
  limits: ["The key that DynamoDB owns cannot be seen from outside: the scenario shows that it is in nobody's way."],

  parameters: {},
  deploy: ({ name }) => {
    const reader = new UnprivilegedUser("reader", {
      userName: name("table-reader"),
      policyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"],
    });
    const key = new EncryptionKey("key", {
      alias: name("table-key"),
      administrators: [callerArn()],
      users: [callerArn()],
    });
    const ownedByDynamoDb = new EncryptedTable("ownedByDynamoDb", {
      tableName: name("owned-by-dynamodb"),
      encryption: "owned",
    });
    const awsManaged = new EncryptedTable("awsManaged", { tableName: name("aws-managed"), encryption: "aws-managed" });
    const customerManaged = new EncryptedTable("customerManaged", {
      tableName: name("customer-managed"),
      encryption: key,
    });
    return { reader, key, ownedByDynamoDb, awsManaged, customerManaged };
  },
  principals: { admin: administrator(), reader: accessKeyOf("reader") },

  phases: [
    {
      name: "three tables have three kinds of key, and the administrator writes to all of them",
      expect: [
        can("admin", describeTable("ownedByDynamoDb", "key"), { yields: { encryptedUnder: "DynamoDB's own key" } }),
        can("admin", describeTable("awsManaged", "key"), { yields: { encryptedUnder: "another key" } }),
        can("admin", describeTable("customerManaged", "key"), { yields: { encryptedUnder: "key" } }),
        can("admin", putItem("ownedByDynamoDb", item)),
        can("admin", putItem("awsManaged", item)),
        can("admin", putItem("customerManaged", item)),
      ],
    },
    {
      name: "the AWS managed key is visible, but not even the administrator controls it",
      expect: [
        can("admin", describeServiceKey("dynamodb"), { yields: { KeyManager: "AWS", KeyState: "Enabled" } }),
        cannot("admin", disableServiceKey("dynamodb"), { action: "kms:DisableKey", layer: "key policy" }),
        can("admin", describeKey("key"), { yields: { KeyManager: "CUSTOMER", KeyState: "Enabled" } }),
      ],
    },
    {
      name: "a user with every right in DynamoDB and none in KMS reads two of the three",
      expect: [
        can("reader", getItem("ownedByDynamoDb", item), { yields: item }),
        can("reader", getItem("awsManaged", item), { yields: item }),
        cannot("reader", getItem("customerManaged", item), { action: "kms:Decrypt", layer: "identity policy" }),
      ],
    },
  ],
});
