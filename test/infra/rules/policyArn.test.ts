import { policyArn } from "../../../infra/rules/policyArn.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the ARN of a managed policy", () => {
  ruleTable(policyArn, {
    accepts: [
      "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess",
      "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
      "arn:aws:iam::111122223333:policy/OurPolicy",
    ],
    refuses: ["", "AmazonDynamoDBFullAccess", "arn:aws:iam::aws:policy/", "arn:aws:iam::111122223333:user/QuocBao"],
  });
});
