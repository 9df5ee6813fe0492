import { callerArn } from "../../infra/callerArn.ts";
import { ImportedKey } from "../../infra/importedKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { generateKeyMaterial } from "../contract/actions/generateKeyMaterial.ts";
import { getParametersForImport } from "../contract/actions/getParametersForImport.ts";
import { importKeyMaterial } from "../contract/actions/importKeyMaterial.ts";
import { can, cannot, fails } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const parameters = "import parameters";
const pendingImport = { code: "KMSInvalidStateException", says: "is pending import." } as const;
const denied = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "kms/imported-key-material",
  title: "Bring your own key material, and keep a copy",
  lesson:
    "A key can take its material from outside of KMS, for a time, and whoever brought it keeps the original. When it expires nobody reads anything, until the very same material is imported again: other material is refused.",
  workshop: "W4, imported key material",
  billed: { keys: 1 },
  needs: ["clock"],
  limits: [
    "The material is made and wrapped by Node.js; a hardware security module would do it in earnest.",
    "The console allows the administrators of such a key to import material; here a custodian does, and nobody else.",
  ],

  parameters: {},
  deploy: ({ name }) => {
    const custodian = new UnprivilegedUser("custodian", { userName: name("custodian") });
    const user = new UnprivilegedUser("user", { userName: name("key-user") });
    const key = new ImportedKey("key", {
      alias: name("imported-key"),
      administrators: [callerArn()],
      users: [user],
      statements: [
        {
          Sid: "Import key material",
          Effect: "Allow",
          Principal: [custodian],
          Action: ["kms:GetParametersForImport", "kms:ImportKeyMaterial"],
        },
      ],
    });
    return { custodian, user, key };
  },
  principals: { admin: administrator(), custodian: accessKeyOf("custodian"), user: accessKeyOf("user") },

  phases: [
    {
      name: "without material the key does nothing",
      expect: [
        can("admin", describeKey("key"), { yields: { KeyState: "PendingImport", Origin: "EXTERNAL" } }),
        fails("user", encrypt("key", "letter"), pendingImport),
      ],
    },
    {
      name: "the custodian imports material for an hour, and the key works",
      expect: [
        can("custodian", generateKeyMaterial({ noteAs: "material" })),
        can("custodian", getParametersForImport("key", { noteAs: parameters })),
        can("custodian", importKeyMaterial("key", { material: "material", parameters, validForMinutes: 60 })),
        can("user", encrypt("key", "letter", { noteAs: "ciphertext" })),
        can("user", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
      ],
    },
    {
      name: "who imports does not use the key, and who uses it does not import",
      expect: [
        cannot("custodian", decrypt({ noted: "ciphertext" }), denied("kms:Decrypt")),
        cannot("user", getParametersForImport("key", { noteAs: "nothing" }), denied("kms:GetParametersForImport")),
        cannot("user", importKeyMaterial("key", { material: "material", parameters }), denied("kms:ImportKeyMaterial")),
      ],
    },
    {
      name: "the hour is over: the material is gone, and the letter cannot be read",
      waitMinutes: 61,
      expect: [
        can("admin", describeKey("key"), { yields: { KeyState: "PendingImport", Enabled: false } }),
        fails("user", decrypt({ noted: "ciphertext" }), pendingImport),
      ],
    },
    {
      name: "the same material brings the letter back, and no other is taken",
      expect: [
        can("custodian", generateKeyMaterial({ noteAs: "other material" })),
        fails("custodian", importKeyMaterial("key", { material: "other material", parameters }), {
          code: "IncorrectKeyMaterialException",
        }),
        can("custodian", importKeyMaterial("key", { material: "material", parameters })),
        can("admin", describeKey("key"), { yields: { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" } }),
        can("user", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
      ],
    },
  ],
});
