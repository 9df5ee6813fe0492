import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { describeServiceKey } from "../contract/actions/describeServiceKey.ts";
import { describeTable } from "../contract/actions/describeTable.ts";
import { disableServiceKey } from "../contract/actions/disableServiceKey.ts";
import { encryptUnderServiceKey } from "../contract/actions/encryptUnderServiceKey.ts";
import { getItem } from "../contract/actions/getItem.ts";
import { getServiceKeyPolicy } from "../contract/actions/getServiceKeyPolicy.ts";
import { putItem } from "../contract/actions/putItem.ts";
import { putServiceKeyPolicy } from "../contract/actions/putServiceKeyPolicy.ts";
import { scheduleServiceKeyDeletion } from "../contract/actions/scheduleServiceKeyDeletion.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const item = { id: "1" };
const deniedByTheKey = (action: string) => ({ action, layer: "key policy" }) as const;

export default scenario({
  id: "kms/aws-managed-key",
  title: "Look at a key that AWS manages for you, and try to change it",
  lesson:
    "The policy of an AWS managed key can be read and never changed, and the key is neither disabled nor deleted, whatever IAM allows. It opens data through its service alone, for everybody in the account whom the service lets in.",
  workshop: "W5, AWS managed keys",
  billed: {},
  needs: [],
  limits: [],

  parameters: {},
  deploy: ({ name }) => {
    const reader = new UnprivilegedUser("reader", {
      userName: name("table-reader"),
      policyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"],
    });
    const nobody = new UnprivilegedUser("nobody", { userName: name("nobody") });
    const table = new EncryptedTable("table", { tableName: name("aws-managed"), encryption: "aws-managed" });
    return { reader, nobody, table };
  },
  principals: { admin: administrator(), reader: accessKeyOf("reader"), nobody: accessKeyOf("nobody") },

  phases: [
    {
      name: "the key and its policy are there to be read: the account may look, DynamoDB may use it",
      expect: [
        can("admin", describeTable("table"), { yields: { encryptedUnder: "another key" } }),
        can("admin", describeServiceKey("dynamodb"), { yields: { KeyManager: "AWS", KeyState: "Enabled" } }),
        can("admin", getServiceKeyPolicy("dynamodb", { noteAs: "its own policy" }), {
          yields: ({ accountId }) => ({
            Id: "auto-dynamodb-1",
            Statement: [
              { Principal: { AWS: "*" }, Condition: { StringEquals: { "kms:CallerAccount": accountId } } },
              { Principal: { AWS: `arn:aws:iam::${accountId}:root` } },
              { Principal: { Service: "dynamodb.amazonaws.com" } },
            ],
          }),
        }),
        cannot("nobody", describeServiceKey("dynamodb"), { action: "kms:DescribeKey", layer: "identity policy" }),
      ],
    },
    {
      name: "not even the administrator changes, disables or deletes it, and its own policy is refused as well",
      expect: [
        cannot(
          "admin",
          putServiceKeyPolicy("dynamodb", { noted: "its own policy" }),
          deniedByTheKey("kms:PutKeyPolicy"),
        ),
        cannot("admin", disableServiceKey("dynamodb"), deniedByTheKey("kms:DisableKey")),
        cannot("admin", scheduleServiceKeyDeletion("dynamodb", 7), deniedByTheKey("kms:ScheduleKeyDeletion")),
        can("admin", describeServiceKey("dynamodb"), { yields: { KeyState: "Enabled" } }),
      ],
    },
    {
      name: "through DynamoDB the key opens the table to whoever may read it, and directly to nobody",
      expect: [
        can("admin", putItem("table", item)),
        can("reader", getItem("table", item), { yields: item }),
        cannot("reader", putItem("table", item), { action: "dynamodb:PutItem", layer: "identity policy" }),
        cannot("nobody", getItem("table", item), { action: "dynamodb:GetItem", layer: "identity policy" }),
        cannot("admin", encryptUnderServiceKey("dynamodb", "letter"), deniedByTheKey("kms:Encrypt")),
      ],
    },
  ],
});
