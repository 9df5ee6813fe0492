import { expect } from "chai";
import { supportedConditionKey } from "../../../../emulator/authorization/conditions/supportedConditionKey.ts";

const supported = {
  "that requests carry": [
    "kms:ViaService",
    "KMS:VIASERVICE",
    "aws:PrincipalTag/team",
    "aws:principaltag/Team",
    "kms:EncryptionContext:aws:dynamodb:tableName",
  ],
  "that is rightly missing": ["aws:SourceVpce", "aws:AssumedRoot", "AWS:ec2InstanceSourceVPC"],
  "of a service that is not served": ["ec2:SourceInstanceARN", "s3express:SessionMode", "execute-api:viaAWS"],
  "of an identity provider": [
    "token.actions.githubusercontent.com:sub",
    "accounts.google.com:aud",
    "oidc.eks.us-east-1.amazonaws.com/id/A1B2C3:sub",
    "saml:aud",
  ],
};

const unsupported = {
  "without a service": ["", "prefix", ":prefix", "ec2:", " ec2:Owner", "constructor", "__proto__"],
  "that AWS does not have": ["aws:Nothing", "AWS:NOTHING", "aws:PrincipalTag/", "aws:ViaService"],
  "that a served service does not have": [
    "kms:Nothing",
    "KMS:nothing",
    "kms:ViaService ",
    "kms:EncryptionContext:",
    "cloudtrail:Nothing",
    "iam:PassedToService/x",
  ],
};

describe("a policy may hold a condition key", () => {
  for (const [which, keys] of Object.entries(supported)) {
    for (const key of keys) it(`${which}: ${key}`, () => expect(supportedConditionKey(key)).to.equal(true));
  }
});

describe("a policy may not hold a condition key", () => {
  for (const [which, keys] of Object.entries(unsupported)) {
    for (const key of keys) it(`${which}: '${key}'`, () => expect(supportedConditionKey(key)).to.equal(false));
  }
});
