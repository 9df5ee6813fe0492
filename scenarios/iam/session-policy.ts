import { callerArn } from "../../infra/callerArn.ts";
import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { PolicyDocument } from "../../infra/policies/policyDocument.ts";
import { Role } from "../../infra/role.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { assumeRole } from "../contract/actions/assumeRole.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { getItem } from "../contract/actions/getItem.ts";
import { putItem } from "../contract/actions/putItem.ts";
import { queryTable } from "../contract/actions/queryTable.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf, administrator, sessionNoted } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const item = { id: "1" };
const allowing = (actions: readonly string[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }],
});

export default scenario({
  id: "iam/session-policy",
  title: "Give a session of a role less than the role has",
  lesson:
    "Whoever assumes a role may hand over a session policy, and the session may do what both the role and that policy allow. It takes away from a key user as well, and it never gives what the role does not have.",
  workshop: "none",
  billed: { keys: 1 },
  needs: [],
  limits: [],

  parameters: {},
  deploy: ({ name }) => {
    const person = new UnprivilegedUser("person", { userName: name("person") });
    const stranger = new UnprivilegedUser("stranger", { userName: name("stranger") });
    const role = new Role("role", {
      roleName: name("readers"),
      principals: [person],
      policyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"],
    });
    const key = new EncryptionKey("key", { alias: name("readers-key"), administrators: [callerArn()], users: [role] });
    const table = new EncryptedTable("table", { tableName: name("readers-table"), encryption: "owned" });
    return { person, stranger, role, key, table };
  },
  principals: {
    admin: administrator(),
    person: accessKeyOf("person"),
    stranger: accessKeyOf("stranger"),
    whole: sessionNoted("whole"),
    less: sessionNoted("less"),
    more: sessionNoted("more"),
  },

  phases: [
    {
      name: "without a session policy the session may do what the role may",
      expect: [
        can("admin", putItem("table", item)),
        can("person", assumeRole("role", { sessionName: "whole", noteAs: "whole" })),
        can("whole", getItem("table", item), { yields: item }),
        can("whole", queryTable("table", item)),
        can("whole", encrypt("key", "letter")),
        cannot("stranger", assumeRole("role", { sessionName: "stranger", noteAs: "nobody" }), {
          action: "sts:AssumeRole",
          layer: "trust policy",
        }),
      ],
    },
    {
      name: "a session policy takes away what it does not allow",
      expect: [
        can(
          "person",
          assumeRole("role", {
            sessionName: "less",
            noteAs: "less",
            sessionPolicy: allowing(["dynamodb:GetItem"]),
          }),
        ),
        can("less", getItem("table", item), { yields: item }),
        cannot("less", queryTable("table", item), { action: "dynamodb:Query", layer: "session policy" }),
        cannot("less", encrypt("key", "letter"), {
          action: "kms:Encrypt",
          layer: "session policy",
          says: "because no session policy allows the kms:Encrypt action",
        }),
      ],
    },
    {
      name: "a session policy that allows more gives no more",
      expect: [
        can(
          "person",
          assumeRole("role", {
            sessionName: "more",
            noteAs: "more",
            sessionPolicy: allowing(["dynamodb:*", "kms:*"]),
          }),
        ),
        can("more", encrypt("key", "letter")),
        cannot("more", putItem("table", item), { action: "dynamodb:PutItem", layer: "identity policy" }),
      ],
    },
  ],
});
