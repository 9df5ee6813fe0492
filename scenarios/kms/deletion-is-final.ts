import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { cancelKeyDeletion } from "../contract/actions/cancelKeyDeletion.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { listAliases } from "../contract/actions/listAliases.ts";
import { scheduleKeyDeletion } from "../contract/actions/scheduleKeyDeletion.ts";
import { can, fails } from "../contract/expectation.ts";
import { administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const day = 24 * 60;

export default scenario({
  id: "kms/deletion-is-final",
  title: "Lose a key, and with it all data under it",
  lesson:
    "When the waiting period is over the key is gone, and no administrator and no support case brings it back. Whoever has kept the ciphertext has kept nothing.",
  workshop: "W4 (deletion), W5 (action: schedule deletion)",
  billed: { keys: 1, note: "A key that is pending deletion costs nothing." },
  needs: ["clock"],
  limits: ["AWS deletes a key up to a day after its deletion date; the embedded AWS does so on the minute."],

  parameters: {},
  deploy: ({ name }) => ({
    key: new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn()],
      users: [callerArn()],
    }),
  }),
  principals: { admin: administrator() },

  phases: [
    {
      name: "the key reads its ciphertext, and its deletion is scheduled",
      expect: [
        can("admin", encrypt("key", "MySecretData", { noteAs: "ciphertext" })),
        can("admin", decrypt({ noted: "ciphertext" }), { yields: "MySecretData" }),
        can("admin", scheduleKeyDeletion("key", 7), { yields: { KeyState: "PendingDeletion" } }),
      ],
    },
    {
      name: "the day before, the key is there and unusable",
      waitMinutes: 6 * day,
      expect: [
        can("admin", describeKey("key"), { yields: { KeyState: "PendingDeletion" } }),
        fails("admin", decrypt({ noted: "ciphertext" }), { code: "KMSInvalidStateException" }),
      ],
    },
    {
      name: "after the waiting period the key is gone, and its data for good",
      waitMinutes: 2 * day,
      expect: [
        fails("admin", describeKey("key"), { code: "NotFoundException", says: "does not exist" }),
        fails("admin", cancelKeyDeletion("key"), { code: "NotFoundException", says: "does not exist" }),
        // KMS does not tell a key that is gone from one that the caller may not use: no policy has decided here.
        fails("admin", decrypt({ noted: "ciphertext" }), { code: "AccessDeniedException" }),
        fails("admin", listAliases("key"), { code: "NotFoundException", says: "does not exist" }),
      ],
    },
  ],
});
