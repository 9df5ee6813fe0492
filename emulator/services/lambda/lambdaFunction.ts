import type { AliasRoutingConfiguration } from "@aws-sdk/client-lambda";
import type { EventInvokeConfig } from "./eventInvokeConfig.ts";
import { latest, type FunctionVersion } from "./functionVersion.ts";
import type { PermissionPolicy } from "./permissionPolicy.ts";

/** A name for a version. */
export interface Alias {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly routing?: AliasRoutingConfiguration;
  readonly revisionId: string;
}

/** A function with its versions. */
export class LambdaFunction {
  readonly accountId: string;
  readonly name: string;
  readonly arn: string;
  latest: FunctionVersion;
  /** Published versions, by number. */
  readonly versions = new Map<string, FunctionVersion>();
  readonly aliases = new Map<string, Alias>();
  /** Absent: it never had any. */
  tags?: ReadonlyMap<string, string>;
  /** Absent: the function shares the account's concurrency. */
  reservedConcurrency?: number;
  /** Who else may use the function: by version or alias, and by `$LATEST` for the function without either. */
  readonly policies = new Map<string, PermissionPolicy>();
  /** How asynchronous invocations are treated, by version or alias. */
  readonly eventInvokeConfigs = new Map<string, EventInvokeConfig>();
  #lastNumber = 0;

  constructor(accountId: string, first: FunctionVersion, tags?: ReadonlyMap<string, string>) {
    this.accountId = accountId;
    this.name = first.functionName;
    this.arn = first.functionArn;
    this.latest = first;
    this.tags = tags;
  }

  /** A version by its number, or `$LATEST`. */
  version(name: string): FunctionVersion | undefined {
    return name === latest ? this.latest : this.versions.get(name);
  }

  /** `$LATEST` and all published versions, in the order they were made. */
  allVersions(): FunctionVersion[] {
    return [this.latest, ...this.versions.values()];
  }

  /** The version that was published last. */
  lastPublished(): FunctionVersion | undefined {
    return [...this.versions.values()].at(-1);
  }

  /** Publishes `$LATEST` as it is. Numbers are never given twice. */
  publish(revisionId: string, description: string = this.latest.settings.description): FunctionVersion {
    const version = String(++this.#lastNumber);
    const settings = { ...this.latest.settings, description };
    const published = { ...this.latest, version, settings, revisionId };
    this.versions.set(version, published);
    return published;
  }
}
