import type { SimulatePrincipalPolicyCommandInput, SimulatePrincipalPolicyCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { findPolicySource } from "../policies/policySource.ts";
import { simulate, statedPolicies } from "../policies/simulation.ts";

/** Tells what the policies of a user, role or group would allow, with further policies. */
export const simulatePrincipalPolicy = operation<
  Input<SimulatePrincipalPolicyCommandInput>,
  Output<SimulatePrincipalPolicyCommandOutput>
>({
  service: "iam",
  name: "SimulatePrincipalPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html",
  readOnly: true,
  unsupported: ["ResourceHandlingOption"],
  access: (context, { PolicySourceArn }) => iamAccess(context, "SimulatePrincipalPolicy", PolicySourceArn),
  run: (context, input) => {
    const source = findPolicySource(context, input.PolicySourceArn);
    const identity = [...source.policies(), ...statedPolicies("PolicyInputList", input.PolicyInputList)];
    // A stated boundary takes the place of the one that is attached.
    const [stated] = statedPolicies("PermissionsBoundaryPolicyInputList", input.PermissionsBoundaryPolicyInputList);
    const policies = { identity, boundary: stated ?? source.boundary?.inForce(), source: source.kind };
    const CallerArn = input.CallerArn ?? (source.kind === "user" ? source.arn : undefined);
    return simulate(context, policies, { ...input, CallerArn });
  },
});
