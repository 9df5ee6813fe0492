/**
 * What a call costs in processor time, without HTTP: the whole endpoint, the bare operation, and the parts in between, which
 * are called as the endpoint calls them.
 */
import { record } from "../emulator/audit/record.ts";
import { authenticate } from "../emulator/authentication/authenticate.ts";
import { SignatureVerifier } from "../emulator/authentication/signatureVerifier.ts";
import { authorize } from "../emulator/authorization/authorize.ts";
import { json } from "../emulator/protocols/json.ts";
import { validate } from "../emulator/protocols/validate.ts";
import type { Registry } from "../emulator/registry.ts";
import { getItem } from "../emulator/services/dynamodb/operations/getItem.ts";
import { decrypt } from "../emulator/services/kms/operations/decrypt.ts";
import { encrypt } from "../emulator/services/kms/operations/encrypt.ts";
import { getCallerIdentity } from "../emulator/services/sts/operations/getCallerIdentity.ts";
import { getSecretValue } from "../emulator/services/secretsmanager/operations/getSecretValue.ts";
import { jsonCall, queryCall } from "../test/support/signedRequest.ts";
import { BenchWorld } from "./benchWorld.ts";
import { microsOf } from "./processorTime.ts";

const world = new BenchWorld();
const credentials = await world.user("bench");
const KeyId = await world.resources();
const itemInput = { TableName: "bench", Key: { id: { S: "1" } } };
const plain = { KeyId, Plaintext: Buffer.from("secret") };
const sealed = await world.run(encrypt, plain);
const sealedInput = { CiphertextBlob: sealed.CiphertextBlob };
const blob = Buffer.from(sealed.CiphertextBlob ?? []).toString("base64");
const requestOf = (service: string, target: string, input: object) =>
  world.request({ ...jsonCall(service, target, JSON.stringify(input)), credentials });
const itemRequest = requestOf("dynamodb", "DynamoDB_20120810.GetItem", itemInput);
const verifier = new SignatureVerifier();
const { caller } = authenticate(world.instance, verifier, itemRequest);
const context = await world.contextOf(caller);

const report = (name: string, micros: number): number => {
  console.log(`${name}: ${micros.toFixed(1)} µs`);
  return micros;
};
const described = (operation: Parameters<Registry["described"]>[0]) => world.registry.described(operation);

// The parts of a GetItem, and the check of the key as it is before the table's key is remembered.
const { model, service } = described(getItem);
const itemAccess = await getItem.access(context, itemInput, undefined);
if ("noneBecause" in itemAccess) throw new Error("GetItem needs a permission.");
const keyAccess = await decrypt.access(context, sealedInput, decrypt.find?.(context, sealedInput));
if ("noneBecause" in keyAccess) throw new Error("Decrypt needs a permission.");
const call = { ...described(decrypt), operation: decrypt, input: sealedInput, access: keyAccess };
const output = await world.bare(decrypt, context, sealedInput);
const ids = world.instance.random;

const authentication = report(
  "authenticate",
  await microsOf(() => authenticate(world.instance, verifier, itemRequest)),
);
report(
  "parse and validate GetItem",
  await microsOf(() => {
    const input = json.parse(model, "GetItem", itemRequest);
    validate(model, model.input("GetItem"), input, service.errorCodes.validation, service.patternSentences);
  }),
);
const authorisation = report(
  "authorise GetItem",
  await microsOf(() => authorize({ ...context, wireRequestId: ids.uuid() }, itemAccess, service.errorCodes)),
);
const audit = report("audit Decrypt", await microsOf(() => record({ ...call, context, outcome: { output } })));
const keyCheck = report(
  "KMS check (Decrypt as the caller, authorised and audited)",
  await microsOf(() => context.callAsCaller("dynamodb", decrypt, sealedInput)),
);
report("signature, authorisation, KMS check and audit together", authentication + authorisation + audit + keyCheck);

const kinds = [
  { name: "GetItem", request: itemRequest, bare: () => world.bare(getItem, context, itemInput) },
  {
    name: "Encrypt",
    request: requestOf("kms", "TrentService.Encrypt", { KeyId, Plaintext: "c2VjcmV0" }),
    bare: () => world.bare(encrypt, context, plain),
  },
  {
    name: "Decrypt",
    request: requestOf("kms", "TrentService.Decrypt", { CiphertextBlob: blob }),
    bare: () => world.bare(decrypt, context, sealedInput),
  },
  {
    name: "GetSecretValue",
    request: requestOf("secretsmanager", "secretsmanager.GetSecretValue", { SecretId: "bench" }),
    bare: () => world.bare(getSecretValue, context, { SecretId: "bench" }),
  },
  {
    name: "GetCallerIdentity",
    request: world.request({ ...queryCall("sts", "Action=GetCallerIdentity&Version=2011-06-15"), credentials }),
    bare: () => world.bare(getCallerIdentity, context, {}),
  },
];
for (const { name, request, bare } of kinds) {
  const whole = await microsOf(() => world.answer(request));
  const own = await microsOf(bare);
  console.log(`${name}: ${whole.toFixed(1)} µs, of which ${own.toFixed(1)} the bare operation`);
}
