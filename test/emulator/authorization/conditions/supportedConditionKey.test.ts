import { expect } from "chai";
import { supportedConditionKey } from "../../../../emulator/authorization/conditions/supportedConditionKey.ts";

describe("a condition key", () => {
  for (const key of [
    "kms:ViaService",
    "KMS:VIASERVICE",
    "aws:PrincipalTag/team",
    "aws:principaltag/Team",
    "kms:EncryptionContext:aws:dynamodb:tableName",
    "accounts.google.com:aud",
    "accounts.google.com:oaud",
    "cognito-identity.amazonaws.com:amr",
    "OIDC.eks.us-east-1.amazonaws.com/id/0123:sub",
  ]) {
    it(`${key} is filled in`, () => expect(supportedConditionKey(key)).to.equal(true));
  }
  for (const key of [
    "",
    "kms:Nothing",
    "aws:PrincipalTag/",
    "kms:EncryptionContext:",
    "kms:ViaService ",
    "constructor",
    "saml:sub",
    "accounts.google.com:email",
    ":sub",
    "idp.example.com/a:b:sub",
    "__proto__",
  ]) {
    it(`'${key}' is not`, () => expect(supportedConditionKey(key)).to.equal(false));
  }
});
