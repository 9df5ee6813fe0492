import type { GrantOperation } from "@aws-sdk/client-kms";
import type { GrantFact } from "../../authorization/accessRequest.ts";

/** A grant as KMS keeps it: what authorisation needs, and what ListGrants shows besides. */
export interface Grant extends GrantFact {
  readonly operations: readonly GrantOperation[];
  readonly name?: string;
  readonly createdAt: Date;
  readonly retiringPrincipal?: string;
  /** The retiring principal's unique id, where it is a user or role. */
  readonly retiringId?: string;
  /** The account whose principal made the grant. */
  readonly issuingAccountId: string;
  /** Every token that was handed out for this grant. */
  readonly tokens: Set<string>;
}
