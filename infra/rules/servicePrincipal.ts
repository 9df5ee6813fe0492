import type { Rule } from "./rule.ts";

/** The name by which a trust policy knows an AWS service. Source: IAM User Guide, "AWS JSON policy elements: Principal". */
export const servicePrincipal: Rule<string> = {
  allowed: "the name of a service, such as lambda.amazonaws.com",
  accepts: (service) => /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(service),
};
