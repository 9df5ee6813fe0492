import type { NamedPolicy } from "./authorization/accessRequest.ts";
import { readNamedPolicy } from "./authorization/readNamedPolicy.ts";

/** A VPC endpoint that every request comes through, as it is configured. */
export interface VpcEndpointSettings {
  /** For example `vpce-0a1b2c3d4e5f60718`. */
  readonly id: string;
  /** For example `vpc-0a1b2c3d4e5f60718`. */
  readonly vpc: string;
  /** Its policy, a JSON document. Default: it lets everybody do everything. */
  readonly policy?: string;
}

/** A VPC endpoint, with its policy ready to be asked. */
export interface VpcEndpoint {
  readonly id: string;
  readonly vpc: string;
  readonly policy: NamedPolicy;
}

/** Source: VPC User Guide (AWS PrivateLink), "Default endpoint policy". */
const defaultPolicy = JSON.stringify({
  Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});

/** Throws a PolicyError for a policy that AWS would refuse. */
export function readVpcEndpoint({ id, vpc, policy = defaultPolicy }: VpcEndpointSettings): VpcEndpoint {
  return { id, vpc, policy: readNamedPolicy(id, policy, "endpoint policy") };
}
