import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { enableKeyRotation } from "../contract/actions/enableKeyRotation.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { getKeyRotationStatus } from "../contract/actions/getKeyRotationStatus.ts";
import { listKeyRotations } from "../contract/actions/listKeyRotations.ts";
import { rotateKeyOnDemand } from "../contract/actions/rotateKeyOnDemand.ts";
import { can, eventually, fails } from "../contract/expectation.ts";
import { administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const minutesOfYear = 366 * 24 * 60;

export default scenario({
  id: "kms/rotation",
  title: "Renew a key's material on demand and every year, and still read everything",
  lesson:
    "Rotation makes new material under the same key: id, policy and alias stay, and nobody has to encrypt anything anew. What older material has encrypted stays readable, as KMS keeps it.",
  workshop: "W4, rotation",
  billed: { keys: 2, note: "Each of the first two rotations adds as much as a key." },
  needs: ["clock"],
  limits: [],

  parameters: { rotates: false },
  deploy: ({ name, parameters }) => ({
    signing: new EncryptionKey("signing", {
      alias: name("signing-key"),
      keySpec: "ECC_NIST_P256",
      keyUsage: "SIGN_VERIFY",
      administrators: [callerArn()],
    }),
    key: new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn()],
      users: [callerArn()],
      enableKeyRotation: parameters.rotates,
    }),
  }),
  principals: { admin: administrator() },

  phases: [
    {
      name: "a new key is not rotated by itself, and can be on demand",
      expect: [
        can("admin", getKeyRotationStatus("key"), { yields: { KeyRotationEnabled: false } }),
        can("admin", encrypt("key", "first letter", { noteAs: "first" })),
        can("admin", rotateKeyOnDemand("key")),
        eventually(can("admin", listKeyRotations("key"), { yields: ["ON_DEMAND"] })),
        can("admin", decrypt({ noted: "first" }), { yields: "first letter" }),
      ],
    },
    {
      name: "rotation is switched on, once a year",
      set: { rotates: true },
      expect: [
        can("admin", getKeyRotationStatus("key"), { yields: { KeyRotationEnabled: true, RotationPeriodInDays: 365 } }),
        can("admin", encrypt("key", "second letter", { noteAs: "second" })),
      ],
    },
    {
      name: "a pair of keys is not renewed by itself: it cannot be switched on",
      expect: [fails("admin", enableKeyRotation("signing"), { code: "UnsupportedOperationException" })],
    },
    {
      name: "a year later the material is new, and both letters are read",
      waitMinutes: minutesOfYear,
      expect: [
        can("admin", listKeyRotations("key"), { yields: ["ON_DEMAND", "AUTOMATIC"] }),
        can("admin", decrypt({ noted: "first" }), { yields: "first letter" }),
        can("admin", decrypt({ noted: "second" }), { yields: "second letter" }),
      ],
    },
  ],
});
