import type { CallContext } from "../../callContext.ts";
import type { FunctionVersion } from "./functionVersion.ts";
import { invalidParameterValue, lambdaError } from "./lambdaError.ts";
import type { LambdaFunction } from "./lambdaFunction.ts";
import { retireGrants } from "./retireGrants.ts";

/** Puts a changed `$LATEST` in place of the present one, whose environments end and whose grant is given back if nobody needs it. */
export async function changeFunction(
  context: CallContext,
  found: LambdaFunction,
  changes: Partial<Pick<FunctionVersion, "settings" | "code" | "environment">>,
): Promise<FunctionVersion> {
  const before = found.latest;
  found.latest = {
    ...before,
    ...changes,
    lastModified: context.now,
    revisionId: context.instance.random.uuid(),
  };
  await context.instance.executionEnvironments.discard(before);
  await retireGrants(context, [before], found.allVersions());
  return found.latest;
}

/**
 * Publishes `$LATEST`, unless it is as the version that was published last: then that one is given.
 * Source: Lambda API Reference, PublishVersion.
 */
export function publish({ instance }: CallContext, found: LambdaFunction, description?: string): FunctionVersion {
  const last = found.lastPublished();
  return last && isSame(last, found.latest) ? last : found.publish(instance.random.uuid(), description);
}

function isSame(published: FunctionVersion, present: FunctionVersion): boolean {
  const settings = { ...published.settings, description: present.settings.description };
  return (
    JSON.stringify(settings) === JSON.stringify(present.settings) &&
    published.code.sha256 === present.code.sha256 &&
    published.environment?.ciphertext === present.environment?.ciphertext
  );
}

/** Throws PreconditionFailedException unless a revision is the one that a change expects, if it expects one. */
export function checkRevision(present: string, expected: string | undefined): void {
  if (expected === undefined || expected === present) return;
  throw lambdaError(
    "PreconditionFailedException",
    "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id",
  );
}

/** Throws InvalidParameterValueException unless the code is the one that a request expects, if it expects one. */
export function checkCode({ sha256 }: FunctionVersion["code"], expected: string | undefined): void {
  if (expected === undefined || expected === sha256) return;
  throw invalidParameterValue(
    `CodeSHA256 (${expected}) is different from current CodeSHA256 in $LATEST (${sha256}). Please try again with the CodeSHA256 in $LATEST.`,
  );
}
