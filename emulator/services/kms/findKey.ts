import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { awsManagedKey, awsManagedServiceOf } from "./awsManagedKeys.ts";
import type { KmsKey } from "./kmsKey.ts";
import type { KmsStore } from "./kmsStore.ts";

const keyIdPattern = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;
const arnPattern = /^arn:aws:kms:([^:]*):(\d{12}):(key\/.+|alias\/.+)$/;

/**
 * Finds a key by its id, its ARN, the name of an alias or the ARN of an alias; ARNs may lead to other accounts.
 * Throws NotFoundException or InvalidArnException. Source of the messages: recorded answers.
 */
export function findKey(context: CallContext, name: string): KmsKey {
  const location = locate(context, name);
  return location.resource.startsWith("alias/") ? keyOfAlias(context, location) : keyOfId(context, location);
}

/** The key that an alias leads to as it was written: for operations on the alias itself. Throws NotFoundException. */
export function findKeyOfAlias({ state }: CallContext, name: string): KmsKey {
  const target = state.kms.alias(name)?.targetKeyId;
  const key = target === undefined ? undefined : state.kms.key(target);
  if (key) return key;
  throw aliasNotFound(state.kms.aliasArn(name));
}

/**
 * Finds a key by its id or ARN, for operations that take no alias.
 * Throws InvalidArnException "Key Aliases are not supported for this operation."; otherwise as {@link findKey}.
 */
export function findKeyByIdOrArn(context: CallContext, name: string): KmsKey {
  if (/^(?:arn:[^:]*:kms:[^:]*:[^:]*:)?alias\//.test(name)) {
    throw new AwsError("InvalidArnException", "Key Aliases are not supported for this operation.");
  }
  return findKey(context, name);
}

/** What the caller called the key, where it is an alias: for `kms:RequestAlias`. */
export function requestedAlias(name: string): string | undefined {
  return /^(?:arn:aws:kms:[^:]*:\d{12}:)?(alias\/.+)$/.exec(name)?.[1];
}

interface Location {
  readonly store: KmsStore | undefined;
  readonly accountId: string;
  /** `alias/…`, or the id of a key. */
  readonly resource: string;
}

function locate(context: CallContext, name: string): Location {
  if (!name.startsWith("arn:")) {
    return { store: context.state.kms, accountId: context.accountId, resource: name };
  }
  const [, region, accountId, path] = arnPattern.exec(name) ?? [];
  if (region === undefined || accountId === undefined || path === undefined) {
    throw new AwsError("InvalidArnException", `Invalid arn ${name}`);
  }
  if (region !== context.region) throw new AwsError("NotFoundException", `Invalid arn ${region}`);
  const store = context.instance.findRegion(accountId, region)?.kms;
  return { store, accountId, resource: path.replace(/^key\//, "") };
}

function keyOfId(context: CallContext, { store, accountId, resource: keyId }: Location): KmsKey {
  if (!keyIdPattern.test(keyId)) throw new AwsError("NotFoundException", `Invalid keyId '${keyId}'`);
  const key = store?.key(keyId);
  if (key) return key;
  const arn = `arn:aws:kms:${context.region}:${accountId}:key/${keyId}`;
  throw new AwsError("NotFoundException", `Key '${arn}' does not exist`);
}

/** An AWS managed key comes into being when it is first asked for by its alias. */
function keyOfAlias(context: CallContext, { store, accountId, resource: name }: Location): KmsKey {
  const service = accountId === context.accountId ? awsManagedServiceOf(name) : undefined;
  if (service) return awsManagedKey(context, service);
  const arn = `arn:aws:kms:${context.region}:${accountId}:${name}`;
  const target = context.instance.visibility.see("aliasTarget", arn, store?.alias(name)?.targetKeyId);
  const key = target === undefined ? undefined : store?.key(target);
  if (key) return key;
  throw aliasNotFound(arn);
}

function aliasNotFound(arn: string): AwsError {
  return new AwsError("NotFoundException", `Alias ${arn} is not found.`);
}
