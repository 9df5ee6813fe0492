import { accountId, metadataOf, newKey, type Answer, type Call, type Replays } from "./replay.ts";

const secondRegion = "ap-southeast-1";
const rotate = (call: Call, KeyId: string) => call("RotateKeyOnDemand", { KeyId });
const rotationStatus = (call: Call, KeyId: string) => call("GetKeyRotationStatus", { KeyId });
const hmac = { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC", Description: "test key" };

const policyOf = (text: unknown): unknown => JSON.parse(String(text));

/** Rotation, multi-region keys, and keys of other kinds. */
export const rotationReplays: Replays = {
  test_key_enable_rotation_status: async (call, days) => {
    const KeyId = await newKey(call);
    await call("EnableKeyRotation", { KeyId, RotationPeriodInDays: Number(days) });
    return { match_response: await rotationStatus(call, KeyId) };
  },
  test_rotate_key_on_demand_modifies_key_material: async (call) => ({
    "rotate-on-demand-response": await rotate(call, await newKey(call)),
  }),
  test_rotate_on_demand_returns_arn_for_key_id: async (call) => {
    const answer = await rotate(call, await newKey(call));
    if (!String(answer.KeyId).startsWith("arn:aws:kms:")) throw new Error(`${String(answer.KeyId)} is no ARN.`);
    return { "rotate-on-demand-aws-key": answer };
  },
  test_rotate_key_on_demand_with_symmetric_key_and_automatic_rotation_disabled: async (call) => {
    const KeyId = await newKey(call);
    return {
      "rotate-on-demand-response": await rotate(call, KeyId),
      "rotation-status-response-after-rotation": await rotationStatus(call, KeyId),
    };
  },
  test_rotate_key_on_demand_with_symmetric_key_and_automatic_rotation_enabled: async (call) => {
    const KeyId = await newKey(call);
    await call("EnableKeyRotation", { KeyId });
    return {
      "rotate-on-demand-response": await rotate(call, KeyId),
      "rotation-status-response-after-rotation": await rotationStatus(call, KeyId),
    };
  },
  test_rotate_key_on_demand_raises_error_given_key_is_disabled: async (call) => {
    const KeyId = await newKey(call);
    await call("DisableKey", { KeyId });
    return { "error-response": await rotate(call, KeyId) };
  },
  test_rotate_key_on_demand_raises_error_given_non_symmetric_key: async (call) => ({
    "error-response": await rotate(call, await newKey(call, { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" })),
  }),
  test_key_rotations_limits: async (call) => {
    const KeyId = await newKey(call);
    let answer: Answer = {};
    while (answer.Error === undefined) answer = await rotate(call, KeyId);
    return { "error-response": answer };
  },
  test_key_rotation_updates_current_key_material_id_for_aws_symmetric_keys: async (call) => {
    const KeyId = await newKey(call, { Description: "test-key" });
    const before = await call("DescribeKey", { KeyId });
    await rotate(call, KeyId);
    return {
      "describe-key-before-rotation": before,
      "describe-key-after-rotation": await call("DescribeKey", { KeyId }),
    };
  },
  test_create_multi_region_key: async (call) => ({
    create_multi_region_key: metadataOf(
      await call("CreateKey", { MultiRegion: true, Description: "test multi region key" }),
    ),
  }),
  test_replicate_key: async (call) => {
    const KeyId = await newKey(call, { MultiRegion: true, Description: "test replicated key" });
    const absent = await call("DescribeKey", { KeyId }, secondRegion);
    const { ReplicaPolicy, ...replicated } = await call("ReplicateKey", { KeyId, ReplicaRegion: secondRegion });
    return {
      "describe-key-from-different-region": absent,
      "replicate-key": { ...replicated, ReplicaPolicy: policyOf(ReplicaPolicy) },
      "describe-key-from-region": await call("DescribeKey", { KeyId }),
      "describe-replicated-key": await call("DescribeKey", { KeyId }, secondRegion),
    };
  },
  test_replicate_replica_key_should_fail: async (call) => {
    const KeyId = await newKey(call, { MultiRegion: true });
    await call("ReplicateKey", { KeyId, ReplicaRegion: secondRegion });
    const replica = `arn:aws:kms:${secondRegion}:${accountId}:key/${KeyId}`;
    const again = { KeyId: replica, ReplicaRegion: "eu-west-1" };
    return { "fail-replicate-non-primary-key": await call("ReplicateKey", again, secondRegion) };
  },
  test_hmac_create_key: async (call) => {
    const created = metadataOf(await call("CreateKey", hmac));
    return {
      "create-hmac-key": created,
      "describe-key": metadataOf(await call("DescribeKey", { KeyId: created.KeyId })),
    };
  },
  test_hmac_create_key_invalid_operations: async (call) => ({
    "create-hmac-key-without-key-usage": await call("CreateKey", { KeySpec: "HMAC_256" }),
    "create-hmac-key-invalid-spec": await call("CreateKey", { ...hmac, KeySpec: "HMAC_random" }),
    "create-hmac-key-invalid-key-usage": await call("CreateKey", { ...hmac, KeyUsage: "RANDOM" }),
  }),
};
