import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { checkName } from "./secretName.ts";
import type { Secret } from "./secret.ts";

/** Where a `SecretId` leads. */
export interface SecretLocation {
  /** The secret's ARN; of a secret that does not exist, what would be its ARN. */
  readonly arn: string;
  readonly accountId: string;
  readonly secret?: Secret;
}

const arnPattern = /^arn:aws:secretsmanager:([^:]*):(\d{12}):secret:.+$/;

/** Looks for a secret by its name or ARN. Throws ValidationException for what is neither. */
export function locateSecret(context: CallContext, secretId: string): SecretLocation {
  const [, region, accountId] = arnPattern.exec(secretId) ?? [];
  if (region === undefined || accountId === undefined) return locateByName(context, secretId);
  const store = region === context.region ? context.instance.findRegion(accountId, region)?.secretsmanager : undefined;
  const secret = store?.withArn(secretId);
  return { arn: secret?.arn ?? secretId, accountId, secret };
}

function locateByName({ state, accountId }: CallContext, name: string): SecretLocation {
  checkName(name);
  const secret = state.secretsmanager.named(name);
  return { arn: secret?.arn ?? state.secretsmanager.arnOf(name), accountId, secret };
}

/** Finds a secret, also one that is scheduled for deletion. Throws ResourceNotFoundException. */
export function findSecret(context: CallContext, secretId: string): Secret {
  const { secret } = locateSecret(context, secretId);
  if (secret) return secret;
  throw new AwsError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
}

/** As {@link findSecret}, for operations that want a living secret. Throws InvalidRequestException otherwise. */
export function findLivingSecret(context: CallContext, secretId: string): Secret {
  const secret = findSecret(context, secretId);
  if (!secret.deletionDate) return secret;
  throw new AwsError(
    "InvalidRequestException",
    "You can't perform this operation on the secret because it was marked for deletion.",
  );
}
