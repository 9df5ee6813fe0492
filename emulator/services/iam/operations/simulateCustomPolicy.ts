import type { SimulateCustomPolicyCommandInput, SimulateCustomPolicyCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { simulate, statedPolicies } from "../policies/simulation.ts";

/** Tells what policies would allow. */
export const simulateCustomPolicy = operation<
  Input<SimulateCustomPolicyCommandInput>,
  Output<SimulateCustomPolicyCommandOutput>
>({
  service: "iam",
  name: "SimulateCustomPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html",
  readOnly: true,
  unsupported: ["ResourceHandlingOption"],
  access: (context) => iamAccess(context, "SimulateCustomPolicy", "*"),
  run: (context, input) => {
    const [boundary] = statedPolicies("PermissionsBoundaryPolicyInputList", input.PermissionsBoundaryPolicyInputList);
    const identity = statedPolicies("PolicyInputList", input.PolicyInputList);
    return simulate(context, { identity, boundary, source: "none" }, input);
  },
});
