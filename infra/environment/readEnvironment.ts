import { z } from "zod";

import { flag, listOf, numberOf, oneOf, settings, text, textOf } from "./configSchema.ts";
import { configSentences } from "./configSentences.ts";
import { refusal } from "../refusal.ts";
import { accountId } from "../rules/accountId.ts";
import { aliasName } from "../rules/aliasName.ts";
import { deletionWindow } from "../rules/deletionWindow.ts";
import { policyArn } from "../rules/policyArn.ts";
import { principalArn } from "../rules/principalArn.ts";
import { secretName, tableName, userName } from "../rules/resourceName.ts";

const key = settings({
  alias: textOf(aliasName),
  description: text.optional(),
  administrators: listOf(textOf(principalArn)).optional(),
  users: listOf(textOf(principalArn)).optional(),
  trustedAccounts: listOf(textOf(accountId)).optional(),
  administratorsMayDelete: flag.optional(),
  deletionWindowInDays: numberOf(deletionWindow).optional(),
  enableKeyRotation: flag.optional(),
});

const table = settings({
  tableName: textOf(tableName),
  encryption: oneOf(["owned", "aws-managed", "customer-managed"]).optional(),
  items: listOf(z.object({ id: text }, { error: "an item with an id" }).catchall(text)).optional(),
});

const secret = settings({
  secretName: textOf(secretName),
  secretString: text,
  description: text.optional(),
});

const user = settings({
  userName: textOf(userName),
  policyArns: listOf(textOf(policyArn)).optional(),
  consoleLogin: flag.optional(),
  keyAdministrator: flag.optional(),
  keyUser: flag.optional(),
});

const environment = settings({
  target: oneOf(["local", "aws"]),
  key,
  table: table.optional(),
  secret: secret.optional(),
  users: listOf(user).optional(),
  tags: z.record(z.string(), text, { error: "texts by name" }).optional(),
});

/** An environment as the configuration of a stack describes it, in the words of the components. */
export type Environment = z.infer<typeof environment>;

/**
 * Reads the environment from the configuration of a stack.
 *
 * @param config every setting of the stack by full name; those outside the namespace `keylab` are passed over.
 * @throws pulumi.RunError with a sentence for each setting that is wrong, missing or unknown.
 */
export function readEnvironment(config: Readonly<Record<string, string>>): Environment {
  const own = Object.entries(config)
    .filter(([name]) => name.startsWith("keylab:"))
    .map(([name, value]) => [name.slice("keylab:".length), parseSetting(value)]);
  const result = environment.safeParse(Object.fromEntries(own), { reportInput: true });
  if (result.success) return result.data;
  throw refusal(result.error.issues.flatMap(configSentences).join("\n"));
}

/** Pulumi hands over structured settings as JSON and plain ones as they are. */
function parseSetting(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
