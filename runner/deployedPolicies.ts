import * as z from "zod";
import type { DeployedPolicy } from "../reporters/events.ts";
import type { StandingResource } from "./engine.ts";
import { functionPolicies } from "./functionPolicies.ts";
import { keyTypes } from "./keyTypes.ts";

/** Reads a policy out of a resource; nothing if it has none. */
type Reader = (resource: StandingResource, all: readonly StandingResource[]) => Omit<DeployedPolicy, "resource">[];

const text = z.string().optional().catch(undefined);
const named = z.object({ name: text, policy: text, policyArn: text, user: text, group: text, role: text });
const keyPolicyInputs = z.object({ keyId: z.string() });

/** Where policies are, by the type of what brings them about. */
const readers: Readonly<Record<string, Reader>> = {
  "aws:kms/key:Key": ownKeyPolicy,
  "aws:kms/externalKey:ExternalKey": ownKeyPolicy,
  "aws:kms/replicaKey:ReplicaKey": ownKeyPolicy,
  "aws:kms/keyPolicy:KeyPolicy": ({ inputs }, all) => {
    const key = keyOf(inputs, all);
    return policy("key policy", "key policy", inputs.policy, key?.arn);
  },
  "aws:iam/role:Role": ({ arn, inputs }) => policy("trust policy", "trust policy", inputs.assumeRolePolicy, arn),
  "aws:iam/policy:Policy": ({ arn = "", inputs }) => policy("identity policy", arn, inputs.policy, arn),
  "aws:iam/userPolicy:UserPolicy": inlinePolicy,
  "aws:iam/groupPolicy:GroupPolicy": inlinePolicy,
  "aws:iam/rolePolicy:RolePolicy": inlinePolicy,
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": attachedPolicy,
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": attachedPolicy,
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": attachedPolicy,
  "aws:secretsmanager/secretPolicy:SecretPolicy": ({ inputs }) => resourcePolicy(inputs.policy, inputs.secretArn),
  "aws:s3/bucketPolicy:BucketPolicy": ({ inputs }) =>
    resourcePolicy(inputs.policy, `arn:aws:s3:::${String(inputs.bucket)}`),
  "aws:dynamodb/resourcePolicy:ResourcePolicy": ({ inputs }) => resourcePolicy(inputs.policy, inputs.resourceArn),
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": ({ inputs }) =>
    resourcePolicy(inputs.policyDocument, undefined),
};

/**
 * The policies among the resources that stand, named as explanations name them. Only documents of policies are read, which hold
 * no secret; what the engine masks as a secret is none of them.
 */
export function deployedPolicies(standing: readonly StandingResource[]): DeployedPolicy[] {
  const found = standing.flatMap((resource) =>
    (readers[resource.type]?.(resource, standing) ?? []).map((read) => ({ resource: resource.name, ...read })),
  );
  return [...found, ...functionPolicies(standing)];
}

/** Where a resource of its own brings the key's policy about, that is the one that stands. */
function ownKeyPolicy(key: StandingResource, all: readonly StandingResource[]): ReturnType<Reader> {
  const isReplaced = all.some(
    ({ type, inputs }) => type === "aws:kms/keyPolicy:KeyPolicy" && keyOf(inputs, all)?.id === key.id,
  );
  return isReplaced ? [] : policy("key policy", "key policy", key.outputs.policy ?? key.inputs.policy, key.arn);
}

function keyOf(inputs: StandingResource["inputs"], all: readonly StandingResource[]): StandingResource | undefined {
  const { keyId } = keyPolicyInputs.parse(inputs);
  return all.find(({ type, id, arn }) => keyTypes.has(type) && (id === keyId || arn === keyId));
}

function inlinePolicy({ inputs, outputs }: StandingResource, all: readonly StandingResource[]): ReturnType<Reader> {
  const { name } = named.parse({ ...outputs, ...inputs });
  return policy("identity policy", name ?? "inline policy", inputs.policy, ownerOf(inputs, all));
}

function attachedPolicy({ inputs }: StandingResource, all: readonly StandingResource[]): ReturnType<Reader> {
  const { policyArn } = named.parse(inputs);
  if (policyArn === undefined) return [];
  const arn = ownerOf(inputs, all);
  return [{ layer: "identity policy", policy: policyArn, ...(arn !== undefined && { arn }) }];
}

function resourcePolicy(document: unknown, arn: unknown): ReturnType<Reader> {
  return policy("resource policy", "resource policy", document, text.parse(arn));
}

/** ARN of the identity that a policy is put on, where the engine has made it. */
function ownerOf(inputs: StandingResource["inputs"], all: readonly StandingResource[]): string | undefined {
  const { user, group, role } = named.parse(inputs);
  const owners = { "aws:iam/user:User": user, "aws:iam/group:Group": group, "aws:iam/role:Role": role };
  const found = Object.entries(owners).flatMap(([kind, name]) =>
    all.filter(({ type, id }) => type === kind && id === name),
  );
  return found[0]?.arn;
}

/** Nothing where there is no document: none was given, or it is masked. */
function policy(layer: string, name: string, document: unknown, arn: string | undefined): ReturnType<Reader> {
  const json = asJson(document);
  return json === undefined ? [] : [{ layer, policy: name, ...(arn !== undefined && { arn }), document: json }];
}

function asJson(document: unknown): string | undefined {
  if (typeof document === "object" && document !== null) return JSON.stringify(document);
  if (typeof document !== "string") return undefined;
  try {
    const read: unknown = JSON.parse(document);
    return typeof read === "object" && read !== null ? document : undefined;
  } catch {
    return undefined;
  }
}
