import { customerKeysRotate } from "./customerKeysRotate.ts";
import { deletionCanBeCancelled } from "./deletionCanBeCancelled.ts";
import type { Guardrail } from "./guardrail.ts";
import { noKeyForEverybody } from "./noKeyForEverybody.ts";
import { noWildcardKms } from "./noWildcardKms.ts";
import { secretsUnderACustomerKey } from "./secretsUnderACustomerKey.ts";
import { tablesUnderACustomerKey } from "./tablesUnderACustomerKey.ts";

/** The guardrails that look at resources. */
export const guardrails: readonly Guardrail[] = [
  customerKeysRotate,
  deletionCanBeCancelled,
  noKeyForEverybody,
  tablesUnderACustomerKey,
  secretsUnderACustomerKey,
  noWildcardKms,
];
