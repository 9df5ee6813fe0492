import type { Instance } from "../../instance.ts";
import type { Secret } from "./secret.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Secrets Manager's state of one account in one region. Secrets whose recovery window has passed are gone. */
export class SecretsStore {
  readonly #accountId: string;
  readonly #region: string;
  readonly #instance: Instance;
  readonly #secrets = new Map<string, Secret>();

  constructor(accountId: string, region: string, instance: Instance) {
    this.#accountId = accountId;
    this.#region = region;
    this.#instance = instance;
  }

  /** The ARN of a new secret: AWS adds a hyphen and six random characters, so that a namesake made later has another. */
  newArn(name: string): string {
    return `${this.arnOf(name)}-${this.#instance.random.text(6, letters)}`;
  }

  /** The ARN without the six characters. */
  arnOf(name: string): string {
    return `arn:aws:secretsmanager:${this.#region}:${this.#accountId}:secret:${name}`;
  }

  /** Adds a secret; `false`, and nothing is changed, if there is one of its name. */
  add(secret: Secret): boolean {
    if (this.named(secret.name)) return false;
    this.#secrets.set(secret.name, secret);
    return true;
  }

  remove(secret: Secret): void {
    this.#secrets.delete(secret.name);
  }

  named(name: string): Secret | undefined {
    const secret = this.#secrets.get(name);
    return secret && this.#isStillThere(secret) ? secret : undefined;
  }

  /**
   * A secret by its whole ARN, or by the ARN without the six characters. An ARN that ends like a whole one is taken for
   * one. Source: recorded answers; Secrets Manager API Reference, `SecretId`.
   */
  withArn(arn: string): Secret | undefined {
    const isWhole = /-[A-Za-z0-9]{6}$/.test(arn);
    return this.all().find((secret) => (isWhole ? secret.arn : this.arnOf(secret.name)) === arn);
  }

  /** Every secret, in the order they were made. */
  all(): Secret[] {
    return [...this.#secrets.values()].filter((secret) => this.#isStillThere(secret));
  }

  #isStillThere(secret: Secret): boolean {
    if (!secret.deletionDate || secret.deletionDate > this.#instance.clock.now()) return true;
    this.#secrets.delete(secret.name);
    return false;
  }
}
