import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { attachUserPolicy } from "../contract/actions/attachUserPolicy.ts";
import { createAccessKey } from "../contract/actions/createAccessKey.ts";
import { getItem } from "../contract/actions/getItem.ts";
import { listTables } from "../contract/actions/listTables.ts";
import { putItem } from "../contract/actions/putItem.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const item = { id: "1" };
const deniedByIdentity = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "iam/unprivileged-user",
  title: "Start a user from nothing",
  lesson:
    "A new user may do nothing, and a policy gives it just what it allows. Whoever has no right in IAM cannot give themselves any.",
  workshop: "none",
  billed: {},
  needs: [],
  limits: [],

  parameters: {},
  deploy: ({ name }) => {
    const nobody = new UnprivilegedUser("nobody", { userName: name("nobody") });
    const reader = new UnprivilegedUser("reader", {
      userName: name("reader"),
      policyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"],
    });
    const table = new EncryptedTable("table", { tableName: name("some-table"), encryption: "owned" });
    return { nobody, reader, table };
  },
  principals: { admin: administrator(), nobody: accessKeyOf("nobody"), reader: accessKeyOf("reader") },

  phases: [
    {
      name: "without a policy nothing is allowed",
      expect: [
        can("admin", putItem("table", item)),
        cannot("nobody", listTables("table"), deniedByIdentity("dynamodb:ListTables")),
        cannot("nobody", getItem("table", item), deniedByIdentity("dynamodb:GetItem")),
      ],
    },
    {
      name: "a policy for reading gives reading, and no more",
      expect: [
        can("reader", listTables("table"), { yields: { listed: true } }),
        can("reader", getItem("table", item), { yields: item }),
        cannot("reader", putItem("table", item), deniedByIdentity("dynamodb:PutItem")),
      ],
    },
    {
      name: "neither of them can give itself more",
      expect: [
        cannot("nobody", attachUserPolicy("nobody", "AdministratorAccess"), deniedByIdentity("iam:AttachUserPolicy")),
        cannot("reader", attachUserPolicy("reader", "AdministratorAccess"), deniedByIdentity("iam:AttachUserPolicy")),
        cannot("reader", createAccessKey("reader"), deniedByIdentity("iam:CreateAccessKey")),
      ],
    },
  ],
});
