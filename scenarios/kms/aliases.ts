import { output } from "@pulumi/pulumi";
import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { PolicyDocument } from "../../infra/policies/policyDocument.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { listAliases } from "../contract/actions/listAliases.ts";
import { updateAlias } from "../contract/actions/updateAlias.ts";
import { can, cannot, eventually, fails } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

interface Parameters {
  /** On what the mover's IAM policy allows to move the alias. */
  readonly mayMoveOn: readonly ("alias" | "oldKey" | "newKey")[];
}

const start: Parameters = { mayMoveOn: ["oldKey", "newKey"] };
const notMoved = { action: "kms:UpdateAlias", layer: "identity policy" } as const;
const secret = "MySecretData";

export default scenario({
  id: "kms/aliases",
  title: "Move an alias to another key, and still read everything",
  lesson:
    "Whoever encrypts by an alias uses another key from the moment that the alias moves, and what the old key has encrypted is read as before, since the ciphertext itself tells its key. Moving takes the permission on the alias and on both keys: two of the three are not enough.",
  workshop: "W4, alias/my-app-key; W5, aliases",
  billed: { keys: 2 },
  needs: [],
  limits: [],
  accepts: {
    "UserPolicy mover-inline is not changed in deployment 2": "any two of the three permissions are too few",
    "UserPolicy mover-inline is not changed in deployment 3": "any two of the three permissions are too few",
  },

  parameters: start,
  deploy: ({ name, parameters }) => {
    const app = new UnprivilegedUser("app", { userName: name("app-user") });
    const oldKey = new EncryptionKey("oldKey", {
      alias: name("my-app-key"),
      administrators: [callerArn()],
      users: [app],
    });
    const newKey = new EncryptionKey("newKey", {
      alias: name("my-new-app-key"),
      administrators: [callerArn()],
      users: [app],
    });
    const mover = new UnprivilegedUser("mover", {
      userName: name("alias-mover"),
      inlinePolicy: output({ alias: oldKey.aliasArn, oldKey: oldKey.arn, newKey: newKey.arn }).apply(
        (arns): PolicyDocument => ({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "kms:UpdateAlias", Resource: parameters.mayMoveOn.map((part) => arns[part]) },
          ],
        }),
      ),
    });
    return { app, oldKey, newKey, mover };
  },
  principals: { admin: administrator(), app: accessKeyOf("app"), mover: accessKeyOf("mover") },

  phases: [
    {
      name: "the permission on both keys moves no alias",
      expect: [
        can("app", encrypt("oldKey", secret, { byAlias: true, noteAs: "before the move" })),
        can("app", decrypt({ noted: "before the move", key: "oldKey" }), { yields: secret }),
        cannot("mover", updateAlias("oldKey", "newKey"), notMoved),
      ],
    },
    {
      name: "nor does the permission on the alias and the new key",
      set: { mayMoveOn: ["alias", "newKey"] },
      expect: [cannot("mover", updateAlias("oldKey", "newKey"), notMoved)],
    },
    {
      name: "nor that on the alias and the old key",
      set: { mayMoveOn: ["alias", "oldKey"] },
      expect: [cannot("mover", updateAlias("oldKey", "newKey"), notMoved)],
    },
    {
      name: "all three move it, and the same alias encrypts under the new key",
      set: { mayMoveOn: ["alias", "oldKey", "newKey"] },
      expect: [
        cannot("app", updateAlias("oldKey", "newKey"), notMoved),
        eventually(can("mover", updateAlias("oldKey", "newKey"))),
        eventually(can("admin", listAliases("oldKey"), { yields: [] })),
        can("app", encrypt("oldKey", secret, { byAlias: true, noteAs: "after the move" })),
        can("app", decrypt({ noted: "after the move", key: "newKey" }), { yields: secret }),
        fails("app", decrypt({ noted: "after the move", key: "oldKey" }), { code: "IncorrectKeyException" }),
      ],
    },
    {
      name: "the old ciphertext is read as before, and nobody has to name its key",
      expect: [
        can("app", decrypt({ noted: "before the move" }), { yields: secret }),
        cannot("mover", decrypt({ noted: "before the move" }), { action: "kms:Decrypt", layer: "identity policy" }),
      ],
    },
  ],
});
