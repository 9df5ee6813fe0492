import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { LambdaFunction } from "../../infra/lambdaFunction.ts";
import type { PolicyDocument } from "../../infra/policies/policyDocument.ts";
import { Role } from "../../infra/role.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { getFunctionConfiguration } from "../contract/actions/getFunctionConfiguration.ts";
import { invokeFunction } from "../contract/actions/invokeFunction.ts";
import { can, cannot, eventually } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

interface Parameters {
  /** Whether the function's role may use the key. */
  readonly roleMayUseTheKey: boolean;
}

const start: Parameters = { roleMayUseTheKey: false };

const code = `
const { KMSClient, DecryptCommand, DisableKeyCommand, EncryptCommand } = require("@aws-sdk/client-kms");
const kms = new KMSClient();
exports.handler = async ({ text, key, disable }) => {
  const KeyId = process.env[key];
  if (disable) return kms.send(new DisableKeyCommand({ KeyId }));
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from(text) }));
  const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob }));
  return Buffer.from(Plaintext).toString();
};
`;
const text = "MySecretData";
const theRoleIsDenied = { yields: { errorType: "AccessDeniedException" } } as const;

export default scenario({
  id: "lambda/encrypts-and-decrypts",
  title: "Let a function encrypt and decrypt with the credentials of its role",
  lesson:
    "A function acts as its execution role, whoever invokes it: the role's policy decides about the key, and nothing of the invoker's counts. Who may invoke the function therefore uses the key through it, for what the code does and no more.",
  workshop: "W4, Lambda",
  billed: { keys: 2 },
  needs: [],
  limits: ["The workshop's function is in Python with boto3; this one does the same in Node.js."],
  accepts: {
    "UserPolicy invoker-inline, policy: statement 1 is about every resource": "there is no other function",
  },

  parameters: start,
  deploy: ({ name, parameters }) => {
    const key = new EncryptionKey("key", { alias: name("my-app-key"), administrators: [callerArn()] });
    const otherKey = new EncryptionKey("otherKey", { alias: name("other-key"), administrators: [callerArn()] });
    const role = new Role("role", {
      roleName: name("crypt-function"),
      services: ["lambda.amazonaws.com"],
      inlinePolicy: parameters.roleMayUseTheKey
        ? key.arn.apply((arn) => allow(["kms:Encrypt", "kms:Decrypt"], arn))
        : undefined,
    });
    const crypt = new LambdaFunction("crypt", {
      functionName: name("crypt"),
      role,
      code,
      environment: { KEY: key.arn, OTHER_KEY: otherKey.arn },
    });
    const invoker = new UnprivilegedUser("invoker", {
      userName: name("invoker"),
      inlinePolicy: crypt.arn.apply((arn) => allow(["lambda:InvokeFunction"], arn)),
    });
    return { key, otherKey, role, crypt, invoker };
  },
  principals: { admin: administrator(), invoker: accessKeyOf("invoker") },

  phases: [
    {
      name: "a role without the right to the key gets nowhere, though the administrator invokes",
      expect: [can("admin", invokeFunction("crypt", { text, key: "KEY" }), theRoleIsDenied)],
    },
    {
      name: "two actions on one key are all that the role needs",
      set: { roleMayUseTheKey: true },
      expect: [
        eventually(can("invoker", invokeFunction("crypt", { text, key: "KEY" }), { yields: text })),
        can("invoker", invokeFunction("crypt", { text, key: "OTHER_KEY" }), theRoleIsDenied),
        can("invoker", invokeFunction("crypt", { key: "KEY", disable: true }), theRoleIsDenied),
      ],
    },
    {
      name: "the invoker uses the key through the function, and not without it",
      expect: [
        cannot("invoker", encrypt("key", text), { action: "kms:Encrypt", layer: "identity policy" }),
        cannot("invoker", getFunctionConfiguration("crypt", "key"), {
          action: "lambda:GetFunctionConfiguration",
          layer: "identity policy",
        }),
        can("invoker", invokeFunction("crypt", { text, key: "KEY" }), { yields: text }),
      ],
    },
    {
      name: "the role loses the key, and with it everybody who invokes",
      set: { roleMayUseTheKey: false },
      expect: [
        eventually(can("invoker", invokeFunction("crypt", { text, key: "KEY" }), theRoleIsDenied)),
        can("admin", invokeFunction("crypt", { text, key: "KEY" }), theRoleIsDenied),
      ],
    },
  ],
});

/** A policy of one statement. */
function allow(Action: readonly string[], Resource: string): PolicyDocument {
  return { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] };
}
