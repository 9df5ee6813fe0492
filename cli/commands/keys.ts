import type { Command } from "commander";
import { UserError } from "../../errors/userError.ts";
import type { Context } from "../context.ts";
import type { KeysOptions } from "../keys/withRoot.ts";
import { accessKeyOptions } from "./accessKeyOptions.ts";

/** `keylab keys`: keys that are about to be deleted, and how to get them back. */
export function addKeys(program: Command, context: Context): void {
  const keys = program
    .command("keys")
    .description("list keys that are pending deletion, and cancel it")
    .helpCommand(false)
    .option("--target <target>", '"aws:<account>", or the URL of an AWS endpoint', "local")
    .option("--role-arn <arn>", "on AWS, a role to assume and work as")
    .option("--external-id <id>", "what the role's trust policy asks for")
    .option("--pending", "list the keys that are pending deletion, with the time when they are gone")
    .action(async (options: KeysOptions & { readonly pending?: boolean }) => {
      if (options.pending !== true)
        throw new UserError("What is to be listed?", "keylab keys --pending --target <URL>");
      const { listKeys } = await import("../keys/listKeys.ts");
      await listKeys(options, context);
    });
  for (const option of accessKeyOptions()) keys.addOption(option);
  keys
    .command("cancel")
    .description("cancel the deletion of a key, which is disabled then")
    .argument("<id>", "its ARN or id")
    .action(async (id: string) => {
      const { cancelDeletion } = await import("../keys/cancelDeletion.ts");
      await cancelDeletion(id, keys.opts<KeysOptions>(), context);
    });
}
