/** Operations of one service, each with the members of its input that are sent. */
type Calls = Readonly<Record<string, readonly string[]>>;

/** A resource of Terraform's: the service that it calls, and what it sends. */
export interface TerraformResource {
  readonly service: string;
  readonly calls: Calls;
}
