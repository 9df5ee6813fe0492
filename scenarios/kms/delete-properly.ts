import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { cancelKeyDeletion } from "../contract/actions/cancelKeyDeletion.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { disableKey } from "../contract/actions/disableKey.ts";
import { enableKey } from "../contract/actions/enableKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { listGrants } from "../contract/actions/listGrants.ts";
import { scheduleKeyDeletion } from "../contract/actions/scheduleKeyDeletion.ts";
import { can, eventually, fails } from "../contract/expectation.ts";
import { administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const plaintext = "experiment";

export default scenario({
  id: "kms/delete-properly",
  title: "Delete a key the proper way: disable it, wait, and be able to change your mind",
  lesson:
    "A key is disabled first, so that whoever still needs it complains, and then waits 7 to 30 days in PendingDeletion, in which nobody can use it. Until the last day the deletion can be cancelled, and the key is disabled then.",
  workshop: "W2, deletion of a key",
  cost: "About 1 USD a month for the key, prorated, until its deletion is scheduled; requests cost less than 0.01 USD a run.",
  needs: [],
  limits: ["That nothing uses the key is shown by its grants; whoever names it in data of their own has to know."],

  parameters: {},
  deploy: ({ name }) => ({
    key: new EncryptionKey("key", {
      alias: name("sanyogitaKey"),
      description: "Key for encrypting S3 files for experiment.",
      administrators: [callerArn()],
      users: [callerArn()],
      tags: { Project: "AWS-Learning" },
    }),
  }),
  principals: { admin: administrator() },

  phases: [
    {
      name: "nothing uses the key any more, and it is disabled",
      expect: [
        can("admin", encrypt("key", plaintext, { noteAs: "ciphertext" })),
        can("admin", listGrants("key"), { yields: [] }),
        can("admin", disableKey("key")),
        eventually(fails("admin", decrypt({ noted: "ciphertext" }), { code: "DisabledException" })),
      ],
    },
    {
      name: "6 days are too few, and 31 too many",
      expect: [
        fails("admin", scheduleKeyDeletion("key", 6), { code: "ValidationException" }),
        fails("admin", scheduleKeyDeletion("key", 31), { code: "ValidationException" }),
        can("admin", describeKey("key"), { yields: { KeyState: "Disabled" } }),
      ],
    },
    {
      name: "for 7 days it waits, and is of no use to anybody",
      expect: [
        can("admin", scheduleKeyDeletion("key", 7), {
          yields: { KeyState: "PendingDeletion", PendingWindowInDays: 7 },
        }),
        can("admin", describeKey("key"), { yields: { KeyState: "PendingDeletion" } }),
        eventually(
          fails("admin", decrypt({ noted: "ciphertext" }), {
            code: "KMSInvalidStateException",
            says: "is pending deletion",
          }),
        ),
        fails("admin", enableKey("key"), { code: "KMSInvalidStateException" }),
      ],
    },
    {
      name: "the deletion is cancelled; the key is disabled then, and opens everything once it is enabled",
      expect: [
        can("admin", cancelKeyDeletion("key")),
        can("admin", describeKey("key"), { yields: { KeyState: "Disabled" } }),
        can("admin", enableKey("key")),
        eventually(can("admin", decrypt({ noted: "ciphertext" }), { yields: plaintext })),
      ],
    },
  ],
});
