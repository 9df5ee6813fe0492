import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { can, cannot, fails } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const red = { team: "red" };
const blue = { team: "blue" };

export default scenario({
  id: "kms/encryption-context",
  title: "Bind a ciphertext to what it is for",
  lesson:
    "The encryption context is no secret and part of the ciphertext: without the very same pairs KMS opens nothing. A key policy can ask for it, so that one key keeps the data of two teams apart.",
  workshop: "none",
  billed: { keys: 1 },
  needs: [],
  limits: [],

  parameters: {},
  deploy: ({ name }) => {
    const member = new UnprivilegedUser("member", { userName: name("red-member") });
    const key = new EncryptionKey("key", {
      alias: name("two-teams"),
      administrators: [callerArn()],
      users: [callerArn()],
      statements: [
        {
          Sid: "The red team's data alone",
          Effect: "Allow",
          Principal: [member],
          Action: "kms:Decrypt",
          Condition: { StringEquals: { "kms:EncryptionContext:team": "red" } },
        },
      ],
    });
    return { member, key };
  },
  principals: { admin: administrator(), member: accessKeyOf("member") },

  phases: [
    {
      name: "the context must be the same, also for whoever may do everything",
      expect: [
        can("admin", encrypt("key", "red letter", { encryptionContext: red, noteAs: "red ciphertext" })),
        can("admin", encrypt("key", "blue letter", { encryptionContext: blue, noteAs: "blue ciphertext" })),
        can("admin", decrypt({ noted: "red ciphertext", encryptionContext: red }), { yields: "red letter" }),
        fails("admin", decrypt({ noted: "red ciphertext", encryptionContext: blue }), {
          code: "InvalidCiphertextException",
        }),
        fails("admin", decrypt({ noted: "red ciphertext" }), { code: "InvalidCiphertextException" }),
      ],
    },
    {
      name: "the policy keeps the teams apart under one key",
      expect: [
        can("member", decrypt({ noted: "red ciphertext", encryptionContext: red }), { yields: "red letter" }),
        cannot("member", decrypt({ noted: "blue ciphertext", encryptionContext: blue }), {
          action: "kms:Decrypt",
          layer: "identity policy",
        }),
        cannot("member", encrypt("key", "red letter", { encryptionContext: red }), {
          action: "kms:Encrypt",
          layer: "identity policy",
        }),
        cannot("member", decrypt({ noted: "red ciphertext" }), { action: "kms:Decrypt", layer: "identity policy" }),
      ],
    },
  ],
});
