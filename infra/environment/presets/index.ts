import { auditedDatabase } from "./auditedDatabase.ts";
import { encryptADatabase } from "./encryptADatabase.ts";
import { firstKey } from "./firstKey.ts";
import { kmsPracticals } from "./kmsPracticals.ts";
import { newKeyPolicy } from "./newKeyPolicy.ts";
import { teamTaskHub } from "./teamTaskHub.ts";

/**
 * The workshops by name, as settings that a stack's own go over. Values of secrets are in none of them: they are drawn when the
 * secret is created.
 */
export const presets: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "encrypt-a-database": encryptADatabase,
  "team-task-hub": teamTaskHub,
  "first-key": firstKey,
  "kms-practicals": kmsPracticals,
  "new-key-policy": newKeyPolicy,
  "audited-database": auditedDatabase,
};
