import { callerArn } from "../../infra/callerArn.ts";
import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { describeTable } from "../contract/actions/describeTable.ts";
import { getItem } from "../contract/actions/getItem.ts";
import { putItem } from "../contract/actions/putItem.ts";
import { updateTable } from "../contract/actions/updateTable.ts";
import { can, cannot, fails } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

interface Parameters {
  /** Whose key encrypts the table. */
  readonly encryption: "owned" | "first key" | "second key";
}

const start: Parameters = { encryption: "owned" };
const oldItem = { id: "1", written: "under DynamoDB's own key" };
const newItem = { id: "2", written: "under the first key" };
const deniedByTheKey = { action: "kms:Decrypt", layer: "identity policy" } as const;

export default scenario({
  id: "dynamodb/change-key",
  title: "Move a DynamoDB table from key to key",
  lesson:
    "A table can change its key as it stands, and what was written under the old key stays readable. From then on the new key alone decides who reads, old items included.",
  workshop: "W3 step 2",
  billed: { keys: 2 },
  needs: [],
  limits: ["AWS allows a table four changes of its key in 24 hours; the scenario makes two."],

  parameters: start,
  deploy: ({ name, parameters: { encryption } }) => {
    const readerOfTheSecond = new UnprivilegedUser("readerOfTheSecond", {
      userName: name("second-key-reader"),
      policyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"],
    });
    const administrators = [callerArn()];
    const firstKey = new EncryptionKey("firstKey", {
      alias: name("first-table-key"),
      administrators,
      users: [callerArn()],
    });
    const secondKey = new EncryptionKey("secondKey", {
      alias: name("second-table-key"),
      administrators,
      users: [callerArn(), readerOfTheSecond],
    });
    const keys = { owned: "owned", "first key": firstKey, "second key": secondKey } as const;
    const table = new EncryptedTable("table", { tableName: name("moving-table"), encryption: keys[encryption] });
    return { readerOfTheSecond, firstKey, secondKey, table };
  },
  principals: { admin: administrator(), reader: accessKeyOf("readerOfTheSecond") },

  phases: [
    {
      name: "the table starts under DynamoDB's own key, which keeps nobody out",
      expect: [
        can("admin", describeTable("table", "firstKey"), { yields: { encryptedUnder: "DynamoDB's own key" } }),
        can("admin", putItem("table", oldItem)),
        can("reader", getItem("table", oldItem), { yields: oldItem }),
      ],
    },
    {
      name: "under the first key the old item stays readable, for the users of that key",
      set: { encryption: "first key" },
      expect: [
        can("admin", describeTable("table", "firstKey"), { yields: { encryptedUnder: "firstKey" } }),
        can("admin", getItem("table", oldItem), { yields: oldItem }),
        can("admin", putItem("table", newItem)),
        cannot("reader", getItem("table", oldItem), deniedByTheKey),
      ],
    },
    {
      name: "the key that the table has is refused as a new one",
      expect: [
        fails("admin", updateTable("table", "firstKey"), {
          code: "ValidationException",
          says: "Table is already encrypted with given KMSMasterKeyId",
        }),
      ],
    },
    {
      name: "under the second key its users read both items",
      set: { encryption: "second key" },
      expect: [
        can("admin", describeTable("table", "secondKey"), { yields: { encryptedUnder: "secondKey" } }),
        can("admin", getItem("table", oldItem), { yields: oldItem }),
        can("reader", getItem("table", oldItem), { yields: oldItem }),
        can("reader", getItem("table", newItem), { yields: newItem }),
      ],
    },
  ],
});
