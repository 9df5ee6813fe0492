/** Whether calls take longer where there is much: 10,000 keys, users and audit events of each call's kind against ten of each. */
import { createGrant } from "../emulator/services/kms/operations/createGrant.ts";
import { createKey } from "../emulator/services/kms/operations/createKey.ts";
import { createUser } from "../emulator/services/iam/operations/createUser.ts";
import { lookupEvents } from "../emulator/services/cloudtrail/operations/lookupEvents.ts";
import { getCallerIdentity } from "../emulator/services/sts/operations/getCallerIdentity.ts";
import { defaultAccountId } from "../emulator/instance.ts";
import type { HttpRequest } from "../emulator/protocols/protocol.ts";
import { jsonCall, queryCall } from "../test/support/signedRequest.ts";
import { BenchWorld } from "./benchWorld.ts";
import { microsOf } from "./processorTime.ts";
import { median } from "../reporters/text/median.ts";

const pairs = 5;
const grantsOfSome = 50;
/** AWS lets an account have 5,000 users: they are spread over two. */
const otherAccountId = "111122223333";

/** A world with as many of everything, and the requests that are timed there. */
async function worldOf(count: number, events: number): Promise<{ world: BenchWorld; calls: Map<string, HttpRequest> }> {
  const world = new BenchWorld();
  const credentials = await world.user("bench");
  const KeyId = await world.resources();
  // The user who calls is one of them, so that the quota is kept.
  for (let index = 1; index < count; index++) {
    const { KeyMetadata } = await world.run(createKey, {});
    await world.run(createUser, { UserName: `user-${index}` }, index % 2 === 0 ? defaultAccountId : otherAccountId);
    if (index % 100 !== 0) continue;
    for (let grant = 0; grant < grantsOfSome; grant++) {
      const GranteePrincipal = "arn:aws:iam::000000000000:user/bench";
      await world.run(createGrant, { KeyId: KeyMetadata?.Arn ?? "", GranteePrincipal, Operations: ["Decrypt"] });
    }
  }
  for (let index = 0; index < events; index++) await world.run(getCallerIdentity, {});
  const call = (service: string, target: string, input: object) =>
    world.request({ ...jsonCall(service, target, JSON.stringify(input)), credentials });
  const identity = { ...queryCall("sts", "Action=GetCallerIdentity&Version=2011-06-15"), credentials };
  const calls = new Map([
    ["GetItem", call("dynamodb", "DynamoDB_20120810.GetItem", { TableName: "bench", Key: { id: { S: "1" } } })],
    ["Encrypt", call("kms", "TrentService.Encrypt", { KeyId, Plaintext: "c2VjcmV0" })],
    ["GetSecretValue", call("secretsmanager", "secretsmanager.GetSecretValue", { SecretId: "bench" })],
    ["GetCallerIdentity", world.request(identity)],
  ]);
  return { world, calls };
}

const few = await worldOf(10, 10);
const many = await worldOf(10_000, 100_000);
for (const [name, request] of few.calls) {
  const other = many.calls.get(name) ?? request;
  const ratios: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const small = await microsOf(() => few.world.answer(request), 1_000);
    ratios.push((await microsOf(() => many.world.answer(other), 1_000)) / small);
  }
  console.log(`${name} with much: ${median(ratios).toFixed(2)} × the processor time with little`);
}

const attribute = { AttributeKey: "EventName", AttributeValue: "CreateUser" } as const;
const lookups = { "LookupEvents, a page of all": {}, "LookupEvents, by EventName": { LookupAttributes: [attribute] } };
for (const [name, input] of Object.entries(lookups)) {
  const micros = await microsOf(() => many.world.run(lookupEvents, input), 3);
  console.log(`${name}: ${(micros / 1_000).toFixed(1)} ms with 100,000 events`);
}
