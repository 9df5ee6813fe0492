import { servicePrincipal } from "../../../infra/rules/servicePrincipal.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the name of a service", () => {
  ruleTable(servicePrincipal, {
    accepts: ["lambda.amazonaws.com", "states.eu-west-1.amazonaws.com", "ec2.amazonaws.com.cn"],
    refuses: ["lambda", "lambda.example.com", "amazonaws.com", "arn:aws:iam::111122223333:root", ""],
  });
});
