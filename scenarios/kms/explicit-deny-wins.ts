import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

export default scenario({
  id: "kms/explicit-deny-wins",
  title: "Keep out a key user by one denial",
  lesson:
    "A Deny in the key policy stands above every Allow, in the key policy itself and in IAM. Whoever is denied decrypts nothing, although two policies allow it; what is not denied goes on.",
  workshop: "W2, the key policy decides even when IAM allows",
  billed: { keys: 1 },
  needs: [],
  limits: [],

  parameters: { denied: false },
  deploy: ({ name, parameters }) => {
    const user = new UnprivilegedUser("user", {
      userName: name("app-user"),
      inlinePolicy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }],
      },
    });
    const key = new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn()],
      users: [user],
      statements: parameters.denied
        ? [{ Sid: "Nothing is read any more", Effect: "Deny", Principal: [user], Action: "kms:Decrypt" }]
        : [],
    });
    return { user, key };
  },
  principals: { user: accessKeyOf("user") },

  phases: [
    {
      name: "the key policy and an IAM policy allow the user everything",
      expect: [
        can("user", encrypt("key", "letter", { noteAs: "ciphertext" })),
        can("user", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
      ],
    },
    {
      name: "one Deny is enough, for what it names",
      set: { denied: true },
      expect: [
        cannot("user", decrypt({ noted: "ciphertext" }), {
          action: "kms:Decrypt",
          layer: "key policy",
          says: "with an explicit deny in a resource-based policy",
        }),
        can("user", encrypt("key", "letter")),
      ],
    },
  ],
});
