import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { getItem } from "../contract/actions/getItem.ts";
import { putItem } from "../contract/actions/putItem.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

interface Parameters {
  /** Whether the user has a permissions boundary. */
  readonly isBounded: boolean;
}

const start: Parameters = { isBounded: false };
const item = { id: "1" };

export default scenario({
  id: "iam/permissions-boundary",
  title: "Limit a user by a permissions boundary",
  lesson:
    "A permissions boundary gives nothing: it is the most that a user's policies can give. What a policy allows and the boundary does not is denied, though the policy has not changed.",
  workshop: "none",
  billed: {},
  needs: [],
  limits: [],
  accepts: {
    "UserPolicyAttachment user-AmazonDynamoDBFullAccess attaches AdministratorAccess instead":
      "that it changes nothing is the lesson: the boundary takes away whatever the policy allows beyond it",
  },

  parameters: start,
  deploy: ({ name, parameters: { isBounded } }) => {
    const user = new UnprivilegedUser("user", {
      userName: name("bounded-user"),
      policyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"],
      permissionsBoundary: isBounded ? "arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess" : undefined,
    });
    const table = new EncryptedTable("table", { tableName: name("bounded-table"), encryption: "owned" });
    return { user, table };
  },
  principals: { user: accessKeyOf("user") },

  phases: [
    {
      name: "without a boundary the policy gives reading and writing",
      expect: [can("user", putItem("table", item)), can("user", getItem("table", item), { yields: item })],
    },
    {
      name: "a boundary for reading leaves reading alone",
      set: { isBounded: true },
      expect: [
        can("user", getItem("table", item), { yields: item }),
        cannot("user", putItem("table", item), { action: "dynamodb:PutItem", layer: "boundary" }),
      ],
    },
    {
      name: "the boundary is taken away, and the policy counts again",
      set: { isBounded: false },
      expect: [can("user", putItem("table", item))],
    },
  ],
});
