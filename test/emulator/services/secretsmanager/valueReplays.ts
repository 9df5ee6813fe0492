import { create, describe, get, move, put, remove, SecretId, token, update, versions, type Step } from "./steps.ts";

/** A secret of another name, through its whole life. */
const life = (Name: string, byPartialArn: Step): readonly Step[] => [
  create("create_secret_rs_1", "my_secret", { Name, Description: "Testing secret creation." }),
  get("get_secret_value_rs_1", { SecretId: Name }),
  ["describe_secret_rs_1", "DescribeSecret", { SecretId: Name }],
  get("get_secret_value_rs_2", { SecretId: Name }),
  byPartialArn,
  [
    "put_secret_value_rs_1",
    "PutSecretValue",
    { SecretId: Name, SecretString: "new_secret", ClientRequestToken: token(2) },
  ],
  get("get_secret_value_rs_4", { SecretId: Name }),
  update("update_secret_res_1", 3, { SecretId: Name, SecretString: "brand_new" }),
  remove("delete_secret_res_1", { SecretId: Name, ForceDeleteWithoutRecovery: true }),
];
const arn = (name: string) => ({ SecretId: `arn:aws:secretsmanager:us-east-1:111111111111:secret:${name}` });
const byArn = (Name: string) => life(Name, get("get_secret_value_rs_3", arn(Name)));

const list = (recordedAs: string): Step => [recordedAs, "ListSecrets", {}];
const listedThrice: readonly Step[] = [
  create("create_secret_rs_1", "my_secret", { Description: "testing creation of secrets" }),
  list("list_secrets_res_0"),
  list("list_secrets_res_1"),
  list("list_secrets_res_2"),
  remove("delete_secret_res_1"),
];
const threeSecrets: readonly Step[] = [
  ...[1, 2, 3].map((number) =>
    create("", `S${number}`, {
      Name: `secret-${number}`,
      ClientRequestToken: token(number),
      Description: "Testing secrets creation.",
    }),
  ),
  list("list_secrets_res"),
  ...[1, 2, 3].map((number) =>
    remove(`delete_secret_res${number - 1}`, { SecretId: `secret-${number}`, ForceDeleteWithoutRecovery: true }),
  ),
];

/** A name that no secret can have, in every operation. */
const invalidName = (Name: string): readonly Step[] => {
  const invalid = { SecretId: Name };
  return [
    create("ex_log_1", "S1", { Name }),
    remove("ex_log_2", invalid),
    ["ex_log_3", "DescribeSecret", invalid],
    get("ex_log_4", invalid),
    versions("ex_log_5", invalid),
    ["ex_log_6", "PutSecretValue", { ...invalid, SecretString: "S1", ClientRequestToken: token(1) }],
    ["ex_log_7", "TagResource", { ...invalid, Tags: [{ Key: "a", Value: "b" }] }],
    ["ex_log_8", "UntagResource", { ...invalid, TagKeys: ["a"] }],
    update("ex_log_9", 1, { ...invalid, Description: "a" }),
    ["ex_log_10", "ValidateResourcePolicy", { ...invalid, ResourcePolicy }],
  ];
};

const ResourcePolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "secretsmanager:GetSecretValue", Resource: "*" }],
});

const base64 = (text: string) => Buffer.from(text, "latin1").toString("base64");
const bytes = (SecretBinary: string) => ({ SecretString: undefined, SecretBinary: base64(SecretBinary) });
const changedBytes = (second: string, third: string): readonly Step[] => [
  create("", undefined, bytes("initial")),
  get("put_secret_value_secret_response"),
  ["", "PutSecretValue", { SecretId, ClientRequestToken: token(2), ...bytes(second) }],
  get("put_secret_binary_response_updated"),
  update("", 3, bytes(third)),
  get("update_secret_binary_response_updated"),
];

const withoutToken = (operation: string): readonly Step[] => [
  ["no-client-request-exc", operation, operation === "CreateSecret" ? { Name: SecretId } : { SecretId }],
];

const RotationLambdaARN = "arn:aws:lambda:us-east-1:111111111111:function:rotate";
const rotate = (recordedAs: string, version: number, more: object = {}): Step => [
  recordedAs,
  "RotateSecret",
  { SecretId, ClientRequestToken: token(version), RotationRules: { AutomaticallyAfterDays: 1 }, ...more },
];
const rotated = (more: object): readonly Step[] => [
  create("", "S1", { Description: "testing rotation of secrets" }),
  rotate("rotate_secret_immediately", 2, { RotationLambdaARN, ...more }),
  describe("describe_secret_rotated"),
  versions("list_secret_versions_rotated_1"),
];

/** What was sent to AWS for recordings that are about values, names, lists, policies and rotation. */
export const valueReplays: Readonly<Record<string, readonly Step[]>> = {
  "test_create_and_update_secret[s-c64bdc03-True]": byArn("s-c64bdc03"),
  "test_create_and_update_secret[s-c64bdc03]": byArn("s-c64bdc03"),
  "test_create_and_update_secret[s-4b175f02-True]": byArn("s-4b175f02"),
  "test_create_and_update_secret[Valid/_+=.@-Name-True]": byArn("Valid/_+=.@-Name"),
  "test_create_and_update_secret[Valid/_+=.@-Name]": byArn("Valid/_+=.@-Name"),
  "test_create_and_update_secret[Valid/_+=.@-Name-a1b2-True]": byArn("Valid/_+=.@-Name-a1b2"),
  "test_create_and_update_secret[Valid/_+=.@-Name-a1b2]": byArn("Valid/_+=.@-Name-a1b2"),
  "test_create_and_update_secret[Valid/_+=.@-Name-a1b2c3--True]": byArn("Valid/_+=.@-Name-a1b2c3-"),
  "test_create_and_update_secret[Valid/_+=.@-Name-a1b2c3-]": byArn("Valid/_+=.@-Name-a1b2c3-"),
  "test_create_and_update_secret[Invalid/_+=.@-Name-a1b2c3-False]": life(
    "Invalid/_+=.@-Name-a1b2c3",
    get("resource_not_found_dict_1", arn("Invalid/_+=.@-Name-a1b2c3")),
  ),
  test_call_lists_secrets_multiple_times: listedThrice,
  test_call_lists_secrets_multiple_times_snapshots: listedThrice,
  test_create_multi_secrets: threeSecrets,
  test_create_multi_secrets_snapshot: threeSecrets,
  "test_invalid_secret_name[Inv Name]": invalidName("Inv Name"),
  "test_invalid_secret_name[ Inv Name]": invalidName(" Inv Name"),
  "test_invalid_secret_name[ Inv*Name? ]": invalidName(" Inv*Name? "),
  "test_invalid_secret_name[ Inv *?!]Name\\\\-]": invalidName(" Inv *?!]Name\\-"),
  test_update_secret_version_stages_return_type: [
    create("create_secret_rs_0"),
    put("put_secret_value_res_0", 2, "S2", ["AWSPENDING"]),
    move("update_secret_version_stage_res_0", 1, 2),
    remove("delete_secret_res_0"),
  ],
  "test_no_client_request_token[CreateSecret]": withoutToken("CreateSecret"),
  "test_no_client_request_token[UpdateSecret]": withoutToken("UpdateSecret"),
  "test_no_client_request_token[RotateSecret]": withoutToken("RotateSecret"),
  "test_no_client_request_token[PutSecretValue]": withoutToken("PutSecretValue"),
  test_resource_policy: [
    create(""),
    ["put_resource_policy", "PutResourcePolicy", { SecretId, ResourcePolicy }],
    ["get_resource_policy", "GetResourcePolicy", { SecretId }],
  ],
  test_secret_version_not_found: [
    create("", undefined, { SecretString: undefined }),
    get("get_secret_value_no_version_ex"),
    put("", 1, "S1"),
    get("get_secret_value_version_not_found_ex", { VersionId: token(9) }),
    get("get_secret_value_stage_not_found_ex", { VersionStage: "AWSPENDING" }),
  ],
  test_get_secret_value: [
    create("", undefined, bytes("footest")),
    get("secret_value_response"),
    get("secret_value_http_response"),
  ],
  "test_change_secret_value_after_creation[footest-updated1]": changedBytes("footest", "updated1"),
  "test_change_secret_value_after_creation[tops3cret-updated2]": changedBytes("tops3cret", "updated2"),
  "test_change_secret_value_after_creation[\\x00\\x01\\x02\\xff-\\xfe\\xfd]": changedBytes(
    "\u0000\u0001\u0002\u00ff",
    "\u00fe\u00fd",
  ),
  test_first_rotate_secret_with_missing_lambda_arn: [
    create("create_secret"),
    rotate("rotate_secret_no_arn_exc", 2),
    describe("describe_secret"),
  ],
  test_rotate_secret_invalid_lambda_arn: [
    create("create_secret"),
    rotate("rotate_secret_invalid_arn_exc", 2, { RotationLambdaARN, RotateImmediately: true }),
    describe("describe_secret"),
  ],
  "test_rotate_secret_with_lambda_success[True]": rotated({ RotateImmediately: true }),
  "test_rotate_secret_with_lambda_success[None]": rotated({}),
  test_rotate_secret_multiple_times_with_lambda_success: [
    create("", "S1", { Description: "testing rotation of secrets" }),
    ...[1, 2].flatMap((time): Step[] => [
      rotate(`rotate_secret_immediately_${time}`, time + 1, { RotationLambdaARN, RotateImmediately: true }),
      describe(`describe_secret_rotated_${time}`),
      versions(`list_secret_versions_rotated_1_${time}`),
    ]),
  ],
};
