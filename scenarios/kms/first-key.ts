import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { Role } from "../../infra/role.ts";
import { LambdaFunction } from "../../infra/lambdaFunction.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { disableKey } from "../contract/actions/disableKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { generateDataKey } from "../contract/actions/generateDataKey.ts";
import { getKeyPolicy } from "../contract/actions/getKeyPolicy.ts";
import { invokeFunction } from "../contract/actions/invokeFunction.ts";
import { listAliases } from "../contract/actions/listAliases.ts";
import { listResourceTags } from "../contract/actions/listResourceTags.ts";
import { tagResource } from "../contract/actions/tagResource.ts";
import { can, cannot, type Naming, type Plain } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";
import { wizardsKeyPolicy } from "../contract/wizardsKeyPolicy.ts";

/** Encrypts and decrypts a text, or else tries to disable the key. */
const code = `
const { KMSClient, DecryptCommand, DisableKeyCommand, EncryptCommand } = require("@aws-sdk/client-kms");
const kms = new KMSClient();
const KeyId = process.env.KEY;
exports.handler = async ({ text }) => {
  if (!text) return kms.send(new DisableKeyCommand({ KeyId }));
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from(text) }));
  const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob }));
  return Buffer.from(Plaintext).toString();
};
`;
const description = "Key for encrypting S3 files for experiment.";
const denied = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "kms/first-key",
  title: "Create a first key as the console's wizard does",
  lesson:
    "The wizard asks what kind of key it is, what it is called, who manages it and who uses it, and the answers become its metadata, alias, tags and key policy. Who manages the key does not encrypt with it, and who uses it does not manage it.",
  workshop: "W2, create a key",
  billed: { keys: 1, note: "The workshop says that keys are free to create: they are billed from their creation." },
  needs: [],
  limits: ["A Lambda function stands for the services that use a key in a role of theirs."],

  parameters: {},
  deploy: ({ name }) => {
    const keeper = new UnprivilegedUser("keeper", { userName: name("key-keeper") });
    const user = new UnprivilegedUser("user", { userName: name("key-user") });
    const serviceRole = new Role("serviceRole", {
      roleName: name("experiment-role"),
      services: ["lambda.amazonaws.com"],
    });
    const key = new EncryptionKey("key", {
      alias: name("sanyogitaKey"),
      description,
      administrators: [keeper],
      users: [user, serviceRole],
      tags: { Project: "AWS-Learning" },
    });
    const service = new LambdaFunction("service", {
      functionName: name("experiment"),
      role: serviceRole,
      code,
      environment: { KEY: key.arn },
    });
    return { keeper, user, serviceRole, key, service };
  },
  principals: { admin: administrator(), keeper: accessKeyOf("keeper"), user: accessKeyOf("user") },

  phases: [
    {
      name: "the key is what was chosen: symmetric, to encrypt and decrypt, with its alias, tag and key policy",
      expect: [
        can("admin", describeKey("key"), {
          yields: {
            KeySpec: "SYMMETRIC_DEFAULT",
            KeyUsage: "ENCRYPT_DECRYPT",
            EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
            KeyManager: "CUSTOMER",
            Origin: "AWS_KMS",
            MultiRegion: false,
            KeyState: "Enabled",
            Description: description,
          },
        }),
        can("admin", listAliases("key"), { yields: ({ name }) => [`alias/${name("sanyogitaKey")}`] }),
        can("admin", listResourceTags("key"), { yields: [{ TagKey: "Project", TagValue: "AWS-Learning" }] }),
        can("admin", getKeyPolicy("key"), { yields: keyPolicy }),
      ],
    },
    {
      name: "the user encrypts, and does not manage",
      expect: [
        can("user", encrypt("key", "letter", { noteAs: "ciphertext" })),
        can("user", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
        can("user", generateDataKey("key"), { yields: { bytes: 32 } }),
        cannot("user", disableKey("key"), denied("kms:DisableKey")),
        cannot("user", tagResource("key", { Project: "Letters" }), denied("kms:TagResource")),
      ],
    },
    {
      name: "a service in a role that is a key user encrypts as well, and does not manage either",
      expect: [
        can("admin", invokeFunction("service", { text: "letter" }), { yields: "letter" }),
        can("admin", invokeFunction("service", {}), { yields: { errorType: "AccessDeniedException" } }),
      ],
    },
    {
      name: "the administrator manages, and does not encrypt",
      expect: [
        can("keeper", tagResource("key", { Project: "Letters" })),
        can("keeper", listResourceTags("key"), { yields: [{ TagKey: "Project", TagValue: "Letters" }] }),
        cannot("keeper", encrypt("key", "letter"), denied("kms:Encrypt")),
        cannot("keeper", decrypt({ noted: "ciphertext" }), denied("kms:Decrypt")),
      ],
    },
  ],
});

function keyPolicy({ name, accountId }: Naming): Plain {
  const arnOf = (principal: string) => `arn:aws:iam::${accountId}:${principal}`;
  return wizardsKeyPolicy({
    accountId,
    administrators: [arnOf(`user/${name("key-keeper")}`)],
    users: [arnOf(`user/${name("key-user")}`), arnOf(`role/${name("experiment-role")}`)],
  });
}
