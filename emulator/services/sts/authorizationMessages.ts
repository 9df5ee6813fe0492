import { createCipheriv, createDecipheriv } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { AccessRequest, NamedPolicy } from "../../authorization/accessRequest.ts";
import type { Decision } from "../../authorization/decision.ts";
import type { Statement } from "../../authorization/policy.ts";
import type { RandomSource } from "../../randomSource.ts";

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encodes denials as some services do, so that only sts:DecodeAuthorizationMessage can read them, and only in the instance
 * that made them. Source of the JSON: STS API Reference, DecodeAuthorizationMessage.
 */
export class AuthorizationMessages {
  readonly #random: RandomSource;
  readonly #key: Buffer;

  constructor(random: RandomSource) {
    this.#random = random;
    this.#key = random.bytes(32);
  }

  /** The message of a denial: opaque, of letters, digits, `-` and `_`. */
  encode(decision: Decision, request: AccessRequest): string {
    const nonce = this.#random.fleeting.bytes(nonceBytes);
    const cipher = createCipheriv("aes-256-gcm", this.#key, nonce);
    const plain = deflateRawSync(JSON.stringify(authorizationMessage(decision, request)));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
  }

  /** The JSON of a message; `undefined` for what this instance has not encoded. */
  decode(message: string): string | undefined {
    const bytes = Buffer.from(message, "base64url");
    if (bytes.length <= nonceBytes + tagBytes) return undefined;
    const decipher = createDecipheriv("aes-256-gcm", this.#key, bytes.subarray(0, nonceBytes));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    try {
      const plain = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
      return inflateRawSync(plain).toString("utf8");
    } catch {
      return undefined;
    }
  }
}

function authorizationMessage(decision: Decision, request: AccessRequest): object {
  const { principal, action, resource, context } = request;
  const { arn, principalId: id } = principal;
  return {
    allowed: decision.result === "Allowed",
    explicitDeny: decision.result === "ExplicitlyDenied",
    matchedStatements: items(matchedStatements(decision, request)),
    failures: items([]),
    context: {
      principal: { id, ...(principal.kind === "user" && { name: principal.userName }), arn },
      action,
      resource: resource.arn,
      conditions: items([...context.entries()].map(([key, values]) => ({ key, values: itemsOf(values) }))),
    },
  };
}

/** The statement that decided, where one did. */
function matchedStatements({ statement: decided }: Decision, request: AccessRequest): object[] {
  if (!decided) return [];
  return policiesOf(request)
    .filter(({ name }) => name === decided.policy)
    .flatMap(({ policy }) => policy.statements)
    .filter(({ id }) => id === decided.statement)
    .slice(0, 1)
    .map((statement) => shown(statement, request));
}

function policiesOf({ policies, resource, controls, endpointPolicy }: AccessRequest): NamedPolicy[] {
  const { identity, boundary, session = [] } = policies;
  const levels = [...(controls?.resource ?? []), ...(controls?.service ?? [])].flat();
  return [
    ...levels,
    ...identity,
    ...session,
    ...[resource.policy, boundary, endpointPolicy].flatMap((one) => one ?? []),
  ];
}

function shown({ id, effect, actions, resources, conditions }: Statement, { principal }: AccessRequest): object {
  return {
    statementId: typeof id === "string" ? id : "",
    effect: effect.toUpperCase(),
    principals: itemsOf([principal.principalId]),
    principalGroups: items([]),
    actions: itemsOf(actions.patterns),
    resources: itemsOf(resources.patterns),
    conditions: items(conditions.map(({ key, values }) => ({ key, values: itemsOf(values) }))),
  };
}

function items(list: readonly object[]): { items: readonly object[] } {
  return { items: list };
}

function itemsOf(values: readonly string[]): { items: readonly object[] } {
  return items(values.map((value) => ({ value })));
}
