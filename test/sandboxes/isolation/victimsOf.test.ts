import { expect } from "chai";
import { foundOf, type Found } from "../../../runner/inventory/found.ts";
import { victimsOf } from "../../../sandboxes/isolation/victimsOf.ts";
import { fakeSite } from "../places/fakeSite.ts";

const [home, other] = ["000000000000", "111122223333"];

const inmate = (id: string, accountId: string, region = "us-east-1") => ({
  order: { id, students: [id], pseudonym: id, blueprint: "ready-made" as const, joinCode: "" },
  site: fakeSite({ accountId, region }),
  credentials: [],
});

function found(region: string, ...items: readonly string[]): readonly Found[] {
  return items.flatMap((item) => foundOf(item, region) ?? []);
}

/** What somebody is tried on: what it is, whose, and how. */
function triesOf(
  who: string,
  inmates: readonly ReturnType<typeof inmate>[],
  ofLeases: Record<string, readonly Found[]>,
) {
  const othersIn = new Map([
    [home, found("us-east-1", "table/homes")],
    [other, found("us-east-1", "table/others")],
  ]);
  const victims = victimsOf(inmates, { ofLeases: new Map(Object.entries(ofLeases)), othersIn });
  const own = [...victims].find(([{ order }]) => order.id === who)?.[1] ?? [];
  return own.map(({ found: { id, region }, whose, tries }) => [
    `${id} in ${region} of ${whose ?? "nobody"}`,
    tries.map(({ action }) => action).join(" "),
  ]);
}

describe("what is tried on", () => {
  it("is in the own account by name, with everything that can be done to it, and of nobody's only what is there", () => {
    const inmates = [inmate("a", home), inmate("b", home)];
    const boundary = `arn:aws:iam::${home}:policy/keylab-boundaries/a`;
    expect(
      triesOf("a", inmates, {
        a: found("us-east-1", "table/a-t", boundary),
        b: found("us-east-1", "table/b-t", `arn:aws:iam::${home}:user/keylab/b/b-admin`),
      }),
    ).to.deep.equal([
      ["b-t in us-east-1 of b", "dynamodb:DescribeTable dynamodb:GetItem dynamodb:UpdateItem"],
      ["b-admin in us-east-1 of b", "iam:GetLoginProfile iam:UpdateAccessKey iam:AttachUserPolicy"],
      ["homes in us-east-1 of nobody", "dynamodb:DescribeTable dynamodb:GetItem dynamodb:UpdateItem"],
      [`${boundary} in us-east-1 of a`, "iam:SetDefaultPolicyVersion"],
    ]);
  });

  it("is in other accounts by ARN, in its own region, and only what another account can be allowed", () => {
    const inmates = [inmate("a", home), inmate("b", other, "eu-west-1")];
    const inOther = `eu-west-1:${other}`;
    expect(
      triesOf("a", inmates, {
        a: [],
        b: found(
          "eu-west-1",
          "table/b-t",
          `arn:aws:secretsmanager:${inOther}:secret:b-s-123456`,
          `arn:aws:kms:${inOther}:key/1234`,
          `arn:aws:kms:${inOther}:alias/b-k`,
          "bucket/b-bucket",
          `arn:aws:cloudwatch:${inOther}:alarm:b-alarm`,
          `arn:aws:iam::${other}:user/keylab/b/b-admin`,
          `arn:aws:iam::${other}:role/keylab/b/b-role`,
          `arn:aws:iam::${other}:policy/keylab-boundaries/b`,
        ),
      }),
    ).to.deep.equal([
      [
        `arn:aws:dynamodb:${inOther}:table/b-t in eu-west-1 of b`,
        "dynamodb:DescribeTable dynamodb:GetItem dynamodb:UpdateItem",
      ],
      [
        `arn:aws:secretsmanager:${inOther}:secret:b-s-123456 in eu-west-1 of b`,
        "secretsmanager:GetSecretValue secretsmanager:RestoreSecret secretsmanager:UntagResource",
      ],
      [
        `arn:aws:kms:${inOther}:key/1234 in eu-west-1 of b`,
        "kms:ListGrants kms:Encrypt kms:CreateGrant kms:RevokeGrant",
      ],
      ["b-bucket in eu-west-1 of b", "s3:ListBucket s3:GetObject s3:GetBucketPolicy"],
      ["b-role in eu-west-1 of b", "sts:AssumeRole"],
      ["homes in us-east-1 of nobody", "dynamodb:DescribeTable dynamodb:GetItem dynamodb:UpdateItem"],
    ]);
  });

  it("are thirty of the own account and thirty of the others at most", () => {
    const inmates = [
      ...Array.from({ length: 40 }, (_, index) => inmate(`a-${index}`, home)),
      ...Array.from({ length: 40 }, (_, index) => inmate(`b-${index}`, other)),
    ];
    const ofLeases = Object.fromEntries(inmates.map(({ order: { id } }) => [id, found("us-east-1", `table/${id}-t`)]));
    const tries = triesOf("a-20", inmates, ofLeases).filter(([what = ""]) => !what.endsWith("nobody"));
    expect(tries.filter(([what = ""]) => what.startsWith("arn:"))).to.have.length(30);
    expect(tries.filter(([what = ""]) => !what.startsWith("arn:"))).to.have.length(30);
  });
});
