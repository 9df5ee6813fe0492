import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { disableKey } from "../contract/actions/disableKey.ts";
import { enableKey } from "../contract/actions/enableKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { can, eventually, fails } from "../contract/expectation.ts";
import { administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const plaintext = "MySecretData";

export default scenario({
  id: "kms/disable-and-enable",
  title: "Switch a key off and on again",
  lesson:
    "A disabled key encrypts and decrypts nothing for anybody, whatever policies allow, and can still be described. Enabled again, it opens what it has encrypted before.",
  workshop: "W5, actions of a key",
  billed: { keys: 1 },
  needs: [],
  limits: [],

  parameters: {},
  deploy: ({ name }) => ({
    key: new EncryptionKey("key", {
      alias: name("my-app-key"),
      description: "A key that is switched off and on.",
      administrators: [callerArn()],
      users: [callerArn()],
    }),
  }),
  principals: { admin: administrator() },

  phases: [
    {
      name: "an enabled key encrypts and decrypts",
      expect: [
        can("admin", describeKey("key"), { yields: { KeyState: "Enabled", Enabled: true } }),
        can("admin", encrypt("key", plaintext, { noteAs: "ciphertext" })),
        can("admin", decrypt({ noted: "ciphertext" }), { yields: plaintext }),
      ],
    },
    {
      name: "a disabled key does neither, and can be described",
      expect: [
        can("admin", disableKey("key")),
        eventually(fails("admin", encrypt("key", plaintext), { code: "DisabledException", says: "is disabled" })),
        eventually(fails("admin", decrypt({ noted: "ciphertext" }), { code: "DisabledException" })),
        can("admin", describeKey("key"), { yields: { KeyState: "Disabled", Enabled: false } }),
      ],
    },
    {
      name: "enabled again, it opens what it has encrypted before",
      expect: [
        can("admin", enableKey("key")),
        eventually(can("admin", decrypt({ noted: "ciphertext" }), { yields: plaintext })),
        can("admin", describeKey("key"), { yields: { KeyState: "Enabled" } }),
      ],
    },
  ],
});
