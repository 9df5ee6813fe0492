import type { Found } from "../../runner/inventory/found.ts";
import type { StudentEvent } from "./studentEvent.ts";

/** What is known of a sandbox: what was done in it, and how it stands. */
export interface Facts {
  /** Of this sandbox alone, oldest first. */
  readonly events: readonly StudentEvent[];
  readonly holdings: readonly Found[];
  readonly keys: readonly KeyFacts[];
  readonly tables: readonly TableFacts[];
  readonly secrets: readonly SecretFacts[];
  /** When it was looked, ISO 8601. */
  readonly now: string;
}

/** A key of the sandbox. */
export interface KeyFacts {
  readonly arn: string;
  /** As KMS has it: `Enabled`, `PendingDeletion`. `Hidden`: its policy does not let the instructor look. */
  readonly state: string;
  readonly rotates: boolean;
  /** Names of the sandbox's users, without its prefix, to whom the key policy or a grant gives kms:Decrypt. */
  readonly users: readonly string[];
}

/** A table of the sandbox. */
export interface TableFacts {
  readonly name: string;
  /** The ARN of the key that encrypts it. Absent: DynamoDB's own. */
  readonly keyArn?: string;
}

/** A secret of the sandbox. */
export interface SecretFacts {
  readonly arn: string;
  /** As Secrets Manager tells it: an ARN, an id or an alias. Absent: the account's key for secrets. */
  readonly key?: string;
}
