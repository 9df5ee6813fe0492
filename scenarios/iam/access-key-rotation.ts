import { FurtherAccessKey } from "../../infra/furtherAccessKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { createAccessKey } from "../contract/actions/createAccessKey.ts";
import { deleteAccessKey } from "../contract/actions/deleteAccessKey.ts";
import { getCallerIdentity } from "../contract/actions/getCallerIdentity.ts";
import { can, eventually, fails, type Naming } from "../contract/expectation.ts";
import { accessKeyOf, administrator, furtherAccessKey } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const userName = "nextwork-kms-user";
const theUser = { yields: ({ accountId, name }: Naming) => `arn:aws:iam::${accountId}:user/${name(userName)}` };
const refused = { code: "InvalidClientTokenId" };

export default scenario({
  id: "iam/access-key-rotation",
  title: "Replace a user's access key",
  lesson:
    "A user has two access keys at most: enough for a new one to be in use before the old one goes. An inactive key works again once it is active, where something turns out to need it; a deleted one is gone.",
  workshop: "none",
  billed: {},
  needs: [],
  limits: ["IAM tells when a key was last used, some time later: that is not shown."],

  parameters: { oldKeyIsActive: true },
  deploy: ({ name, parameters: { oldKeyIsActive } }) => {
    const user = new UnprivilegedUser("user", { userName: name(userName) });
    const oldKey = new FurtherAccessKey("oldKey", { user, status: oldKeyIsActive ? "Active" : "Inactive" });
    return { user, oldKey };
  },
  principals: {
    admin: administrator(),
    "old key": furtherAccessKey("oldKey"),
    "new key": accessKeyOf("user"),
  },

  phases: [
    {
      name: "while the new key is taken into use, both are the user's, and there is no third one",
      expect: [
        can("old key", getCallerIdentity(), theUser),
        can("new key", getCallerIdentity(), theUser),
        fails("admin", createAccessKey("user"), { code: "LimitExceededException" }),
      ],
    },
    {
      name: "the old key is inactive: whatever still has it is refused",
      set: { oldKeyIsActive: false },
      expect: [
        eventually(fails("old key", getCallerIdentity(), refused)),
        can("new key", getCallerIdentity(), theUser),
      ],
    },
    {
      name: "something still needs it: active again, it works as before",
      set: { oldKeyIsActive: true },
      expect: [eventually(can("old key", getCallerIdentity(), theUser))],
    },
    {
      name: "nothing needs it any more: inactive, and then deleted for good",
      set: { oldKeyIsActive: false },
      expect: [
        eventually(fails("old key", getCallerIdentity(), refused)),
        can("admin", deleteAccessKey("oldKey")),
        fails("admin", deleteAccessKey("oldKey"), { code: "NoSuchEntityException" }),
        fails("old key", getCallerIdentity(), refused),
        can("new key", getCallerIdentity(), theUser),
      ],
    },
  ],
});
