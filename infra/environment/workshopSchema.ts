import * as z from "zod";

import { flag, listOf, numberOf, oneOf, settings, tags, text, textOf } from "./configSchema.ts";
import { presets } from "./presets/index.ts";
import { accountId } from "../rules/accountId.ts";
import { aliasName } from "../rules/aliasName.ts";
import { bucketName } from "../rules/bucketName.ts";
import { deletionWindow } from "../rules/deletionWindow.ts";
import { policyArn } from "../rules/policyArn.ts";
import { positiveNumber } from "../rules/positiveNumber.ts";
import { principalArn } from "../rules/principalArn.ts";
import { eventRuleName, roleName, secretName, tableName, trailName, userName } from "../rules/resourceName.ts";
import { servicePrincipal } from "../rules/servicePrincipal.ts";

const oneOrMany = z.union([z.string(), z.array(z.string())], { error: "a text or a list of texts" });
const conditions = z.record(z.string(), z.record(z.string(), oneOrMany, { error: "texts by name" }), {
  error: "conditions by operator",
});

const keyStatement = settings({
  Sid: text.optional(),
  Effect: oneOf(["Allow", "Deny"]),
  Principal: listOf(textOf(principalArn)),
  Action: oneOrMany,
  Condition: conditions.optional(),
});

const key = settings({
  alias: textOf(aliasName),
  description: text.optional(),
  tags: tags.optional(),
  administrators: listOf(textOf(principalArn)).optional(),
  users: listOf(textOf(principalArn)).optional(),
  trustedAccounts: listOf(textOf(accountId)).optional(),
  statements: listOf(keyStatement).optional(),
  administratorsMayDelete: flag.optional(),
  deletionWindowInDays: numberOf(deletionWindow).optional(),
  enableKeyRotation: flag.optional(),
  multiRegion: flag.optional(),
  protect: flag.optional(),
  retainOnDelete: flag.optional(),
});

const table = settings({
  tableName: textOf(tableName),
  encryption: oneOf(["owned", "aws-managed", "customer-managed"]).optional(),
  items: listOf(z.object({ id: text }, { error: "an item with an id" }).catchall(text)).optional(),
  protect: flag.optional(),
});

const secret = settings({
  secretName: textOf(secretName),
  secretString: text.optional(),
  username: text.optional(),
  description: text.optional(),
});

const bucket = settings({
  bucketName: textOf(bucketName),
  encryption: oneOf(["owned", "customer-managed"]).optional(),
  bucketKeyEnabled: flag.optional(),
});

const statement = settings({
  Sid: text.optional(),
  Effect: oneOf(["Allow", "Deny"]),
  Action: oneOrMany,
  Resource: oneOrMany,
  Condition: conditions.optional(),
});

const person = {
  policyArns: listOf(textOf(policyArn)).optional(),
  statements: listOf(statement).optional(),
  keyAdministrator: flag.optional(),
  keyUser: flag.optional(),
};

const user = settings({
  userName: textOf(userName),
  ...person,
  permissionsBoundary: textOf(policyArn).optional(),
  consoleLogin: flag.optional(),
});

const role = settings({
  roleName: textOf(roleName),
  ...person,
  assumedBy: listOf(text).optional(),
  services: listOf(textOf(servicePrincipal)).optional(),
});

const trail = settings({ trailName: textOf(trailName), readers: listOf(textOf(userName)).optional() });

const alarm = settings({
  // The stricter of two rules: the alarms on the key have a rule of EventBridge of the same name.
  alarmName: textOf(eventRuleName),
  on: oneOf(["key-deletion", "use-pending-deletion", "table-reads"]),
  tableName: textOf(tableName).optional(),
  consumedReadCapacityUnits: numberOf(positiveNumber).optional(),
});

/** The settings of one workshop, by name. */
export const workshopShape = {
  preset: oneOf(Object.keys(presets)).optional(),
  key,
  tables: listOf(table).optional(),
  secrets: listOf(secret).optional(),
  buckets: listOf(bucket).optional(),
  users: listOf(user).optional(),
  roles: listOf(role).optional(),
  trail: trail.optional(),
  alarms: listOf(alarm).optional(),
  formerNames: listOf(text).optional(),
};

/** One workshop. */
export const workshopSchema = settings(workshopShape);

/** One workshop as the configuration of a stack describes it, in the words of the components. */
export type WorkshopSettings = z.infer<typeof workshopSchema>;

/** One person, user or role, as the configuration describes them. */
export type PersonSettings = z.infer<z.ZodObject<typeof person>>;
