import type { NamedPolicy } from "../../authorization/accessRequest.ts";
import type { Instance } from "../../instance.ts";
import type { Principal } from "../../principal.ts";

/** IAM's state of one account. */
export class IamStore {
  readonly accountId: string;
  readonly #instance: Instance;

  constructor(accountId: string, instance: Instance) {
    this.accountId = accountId;
    this.#instance = instance;
  }

  /** All identity policies of a principal of this account. */
  policiesOf(_principal: Principal): readonly NamedPolicy[] {
    return [];
  }

  /** The unique id of a user or role of this account, found by its ARN. */
  uniqueIdOf(_arn: string): string | undefined {
    return undefined;
  }
}
