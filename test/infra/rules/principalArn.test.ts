import { principalArn } from "../../../infra/rules/principalArn.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the ARN of someone a key policy can name", () => {
  ruleTable(principalArn, {
    accepts: [
      "arn:aws:iam::111122223333:root",
      "arn:aws:iam::111122223333:user/QuocBao",
      "arn:aws:iam::111122223333:user/team/QuocBao",
      "arn:aws:iam::111122223333:role/DevOpsRole",
      "arn:aws:iam::111122223333:role/aws-service-role/dynamodb.amazonaws.com/ServiceRole",
      "arn:aws-cn:iam::111122223333:user/QuocBao",
      "arn:aws:sts::111122223333:assumed-role/DevOpsRole/session",
    ],
    refuses: [
      "",
      "*",
      "QuocBao",
      "111122223333",
      "arn:aws:iam::111122223333:group/Developers",
      "arn:aws:iam::111122223333:user/",
      "arn:aws:iam::1111:user/QuocBao",
      "arn:aws:sts::111122223333:federated-user/QuocBao",
      "arn:aws:s3:::bucket",
    ],
  });
});
