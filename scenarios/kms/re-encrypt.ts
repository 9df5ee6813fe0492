import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { reEncrypt } from "../contract/actions/reEncrypt.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

export default scenario({
  id: "kms/re-encrypt",
  title: "Move data to another key without anybody seeing it",
  lesson:
    "ReEncrypt decrypts and encrypts inside KMS: the plaintext leaves it never. It needs the old key as well as the new one, and who has only the new key reads only what was moved.",
  workshop: "none",
  billed: { keys: 2 },
  needs: [],
  limits: [],

  parameters: { moverHasOldKey: false },
  deploy: ({ name, parameters }) => {
    const mover = new UnprivilegedUser("mover", { userName: name("mover") });
    const reader = new UnprivilegedUser("reader", { userName: name("reader") });
    const oldKey = new EncryptionKey("oldKey", {
      alias: name("old-key"),
      administrators: [callerArn()],
      users: parameters.moverHasOldKey ? [callerArn(), mover] : [callerArn()],
    });
    const newKey = new EncryptionKey("newKey", {
      alias: name("new-key"),
      administrators: [callerArn()],
      users: [mover, reader],
    });
    return { mover, reader, oldKey, newKey };
  },
  principals: { admin: administrator(), mover: accessKeyOf("mover"), reader: accessKeyOf("reader") },

  phases: [
    {
      name: "the new key alone moves nothing",
      expect: [
        can("admin", encrypt("oldKey", "letter", { noteAs: "old ciphertext" })),
        cannot("mover", reEncrypt("newKey", { noted: "old ciphertext" }), {
          action: "kms:ReEncryptFrom",
          layer: "identity policy",
        }),
      ],
    },
    {
      name: "both keys do, and the reader reads what was moved, and nothing else",
      set: { moverHasOldKey: true },
      expect: [
        can("mover", reEncrypt("newKey", { noted: "old ciphertext", noteAs: "new ciphertext" })),
        can("reader", decrypt({ noted: "new ciphertext" }), { yields: "letter" }),
        cannot("reader", decrypt({ noted: "old ciphertext" }), { action: "kms:Decrypt", layer: "identity policy" }),
      ],
    },
  ],
});
