import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { Aws } from "./aws/aws.ts";
import type { Connection } from "./aws/aws.ts";
import { ProviderError } from "./errors.ts";
import { connectionOf } from "./settings.ts";
import type { Settings } from "./settings.ts";

/** How one engine process uses the provider: which AWS, as whom, and with which default tags. */
export class Configuration {
  readonly defaultTags: Readonly<Record<string, string>>;
  readonly #connection: Connection;
  readonly #signal: AbortSignal;
  readonly #regions = new Map<string, Aws>();

  constructor(settings: Settings, defaults: Connection, signal: AbortSignal) {
    this.defaultTags = settings.defaultTags?.tags ?? {};
    this.#connection = connectionOf(settings, defaults);
    this.#signal = signal;
  }

  /** AWS in a region; in the provider's own if none is given. */
  aws(region = this.#connection.region): Aws {
    const made = this.#regions.get(region) ?? new Aws({ ...this.#connection, region }, this.#signal);
    this.#regions.set(region, made);
    return made;
  }

  /**
   * Makes sure that the account is one that the settings allow, if they say anything about it.
   *
   * @throws ProviderError naming the account
   */
  async checkAccount({ allowedAccountIds: allowed, forbiddenAccountIds: forbidden }: Settings): Promise<void> {
    if (allowed === undefined && forbidden === undefined) {
      return;
    }
    const { Account = "" } = await this.aws().sts.send(new GetCallerIdentityCommand());
    if (allowed?.includes(Account) === false || forbidden?.includes(Account) === true) {
      throw new ProviderError(
        `AWS account ID not allowed: ${Account}; see aws:allowedAccountIds and aws:forbiddenAccountIds`,
      );
    }
  }

  /** Closes all connections. */
  close(): void {
    for (const aws of this.#regions.values()) {
      aws.close();
    }
  }
}
