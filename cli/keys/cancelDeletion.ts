import { CancelKeyDeletionCommand } from "@aws-sdk/client-kms";
import { UserError } from "../../errors/userError.ts";
import { print, type Context } from "../context.ts";
import { withRoot, type KeysOptions } from "./withRoot.ts";

/**
 * Cancels the deletion of a key, and says what it is then.
 *
 * @param id its ARN or id
 * @throws UserError for `local`, and where KMS refuses.
 */
export async function cancelDeletion(id: string, options: KeysOptions, context: Context): Promise<void> {
  const region = /^arn:[^:]+:kms:([^:]+):/.exec(id)?.[1];
  await withRoot(options, region === undefined ? [] : [region], context, async (sessions) => {
    const session = sessions.find((one) => one.region === region) ?? sessions[0];
    await session?.kms.send(new CancelKeyDeletionCommand({ KeyId: id })).catch((error: unknown) => {
      if (!(error instanceof Error) || !("$metadata" in error)) throw error;
      throw new UserError(
        `KMS does not cancel the deletion of ${id} (${error.name}: ${error.message}).`,
        `keylab keys --pending --target ${options.target} lists the keys that are pending deletion.`,
        1,
      );
    });
  });
  print(
    context,
    `The deletion of ${id} is cancelled. The key is Disabled, as on AWS: kms:EnableKey makes it usable again.`,
  );
}
