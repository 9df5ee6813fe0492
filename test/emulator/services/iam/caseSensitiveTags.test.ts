import type { IAM, Tag } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { certificate, privateKey, samlMetadata } from "./certificates.ts";
import { allow } from "./document.ts";
import { iamClient, invalidInput, limitExceeded, noSuchEntity } from "./iamClient.ts";

const account = "arn:aws:iam::000000000000";

/** What can be done with the tags of one kind of resource, of which the first is there. */
interface Kind {
  readonly what: string;
  readonly make: (iam: IAM, Tags: Tag[]) => Promise<unknown>;
  readonly tag: (iam: IAM, Tags: Tag[]) => Promise<unknown>;
  readonly untag: (iam: IAM, TagKeys: string[]) => Promise<unknown>;
  readonly list: (
    iam: IAM,
    page?: { MaxItems: number; Marker?: string },
  ) => Promise<{
    Tags?: Tag[];
    IsTruncated?: boolean;
    Marker?: string;
  }>;
  readonly show: (iam: IAM) => Promise<Tag[] | undefined>;
  readonly missing: string;
}

const policy = { PolicyArn: `${account}:policy/Target` };
const profile = { InstanceProfileName: "Target" };
const device = { SerialNumber: `${account}:mfa/Target` };
const oidc = { OpenIDConnectProviderArn: `${account}:oidc-provider/idp.example.com` };
const saml = { SAMLProviderArn: `${account}:saml-provider/Target` };
const site = { ServerCertificateName: "Target" };

const kinds: readonly Kind[] = [
  {
    what: "managed policies",
    make: (iam, Tags) => iam.createPolicy({ PolicyName: "Target", PolicyDocument: allow("s3:Get*"), Tags }),
    tag: (iam, Tags) => iam.tagPolicy({ ...policy, Tags }),
    untag: (iam, TagKeys) => iam.untagPolicy({ ...policy, TagKeys }),
    list: (iam, page) => iam.listPolicyTags({ ...policy, ...page }),
    show: async (iam) => (await iam.getPolicy(policy)).Policy?.Tags,
    missing: `Policy ${policy.PolicyArn} was not found.`,
  },
  {
    what: "instance profiles",
    make: (iam, Tags) => iam.createInstanceProfile({ ...profile, Tags }),
    tag: (iam, Tags) => iam.tagInstanceProfile({ ...profile, Tags }),
    untag: (iam, TagKeys) => iam.untagInstanceProfile({ ...profile, TagKeys }),
    list: (iam, page) => iam.listInstanceProfileTags({ ...profile, ...page }),
    show: async (iam) => (await iam.getInstanceProfile(profile)).InstanceProfile?.Tags,
    missing: "Instance Profile Target cannot be found.",
  },
  {
    what: "virtual MFA devices",
    make: (iam, Tags) => iam.createVirtualMFADevice({ VirtualMFADeviceName: "Target", Tags }),
    tag: (iam, Tags) => iam.tagMFADevice({ ...device, Tags }),
    untag: (iam, TagKeys) => iam.untagMFADevice({ ...device, TagKeys }),
    list: (iam, page) => iam.listMFADeviceTags({ ...device, ...page }),
    show: async (iam) => (await iam.listMFADeviceTags(device)).Tags,
    missing: `MFA Device with serial number ${device.SerialNumber} does not exist.`,
  },
  {
    what: "OpenID Connect providers",
    make: (iam, Tags) => iam.createOpenIDConnectProvider({ Url: "https://idp.example.com", Tags }),
    tag: (iam, Tags) => iam.tagOpenIDConnectProvider({ ...oidc, Tags }),
    untag: (iam, TagKeys) => iam.untagOpenIDConnectProvider({ ...oidc, TagKeys }),
    list: (iam, page) => iam.listOpenIDConnectProviderTags({ ...oidc, ...page }),
    show: async (iam) => (await iam.getOpenIDConnectProvider(oidc)).Tags,
    missing: `OpenIDConnect Provider not found for arn ${oidc.OpenIDConnectProviderArn}`,
  },
  {
    what: "SAML providers",
    make: (iam, Tags) => iam.createSAMLProvider({ Name: "Target", SAMLMetadataDocument: samlMetadata, Tags }),
    tag: (iam, Tags) => iam.tagSAMLProvider({ ...saml, Tags }),
    untag: (iam, TagKeys) => iam.untagSAMLProvider({ ...saml, TagKeys }),
    list: (iam, page) => iam.listSAMLProviderTags({ ...saml, ...page }),
    show: async (iam) => (await iam.getSAMLProvider(saml)).Tags,
    missing: `Manifest not found for arn ${saml.SAMLProviderArn}`,
  },
  {
    what: "server certificates",
    make: (iam, Tags) =>
      iam.uploadServerCertificate({ ...site, CertificateBody: certificate, PrivateKey: privateKey, Tags }),
    tag: (iam, Tags) => iam.tagServerCertificate({ ...site, Tags }),
    untag: (iam, TagKeys) => iam.untagServerCertificate({ ...site, TagKeys }),
    list: (iam, page) => iam.listServerCertificateTags({ ...site, ...page }),
    show: async (iam) => (await iam.getServerCertificate(site)).ServerCertificate?.Tags,
    missing: "The Server Certificate with name Target cannot be found.",
  },
];

describe("IAM tags, whose keys differ by case,", () => {
  let emulator: Emulator;
  let iam: IAM;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    iam = iamClient(emulator);
  });
  afterEach(() => emulator.stop());

  for (const { what, make, tag, untag, list, show, missing } of kinds) {
    describe(`of ${what}`, () => {
      it("come with what is made, are added, replaced, listed page by page, shown, and removed", async () => {
        await make(iam, [{ Key: "a", Value: "1" }]);
        await tag(iam, [
          { Key: "A", Value: "2" },
          { Key: "b", Value: "" },
        ]);
        await tag(iam, [{ Key: "b", Value: "3" }]);
        const first = await list(iam, { MaxItems: 2 });
        expect([first.Tags, first.IsTruncated]).to.deep.equal([
          [
            { Key: "A", Value: "2" },
            { Key: "a", Value: "1" },
          ],
          true,
        ]);
        const second = await list(iam, { MaxItems: 2, Marker: first.Marker });
        expect([second.Tags, second.IsTruncated]).to.deep.equal([[{ Key: "b", Value: "3" }], false]);
        await untag(iam, ["a", "b", "not there"]);
        expect(await show(iam)).to.deep.equal([{ Key: "A", Value: "2" }]);
        await untag(iam, ["A"]);
        expect(await show(iam)).to.deep.equal([]);
      });

      it("are fifty at most, none of them twice or AWS's own", async () => {
        const numbered = Array.from({ length: 50 }, (_, index) => ({ Key: `k${index}`, Value: "v" }));
        const twice = [
          { Key: "x", Value: "1" },
          { Key: "x", Value: "2" },
        ];
        expect(await refusalOf(make(iam, twice))).to.deep.equal(invalidInput("Duplicate tag keys found."));
        await make(iam, numbered);
        expect(await refusalOf(tag(iam, [{ Key: "K0", Value: "v" }]))).to.deep.equal(
          limitExceeded("The number of tags has reached the maximum limit."),
        );
        await untag(iam, ["k0", "k1"]);
        expect(await refusalOf(tag(iam, twice))).to.deep.equal(invalidInput("Duplicate tag keys found."));
        expect(await refusalOf(tag(iam, [{ Key: "aws:x", Value: "1" }]))).to.deep.equal(
          invalidInput("Tag keys beginning with aws: are reserved for system use."),
        );
      });

      it("are of something that is there, and decide where a policy asks for them", async () => {
        expect(await refusalOf(tag(iam, [{ Key: "a", Value: "1" }]))).to.deep.equal(noSuchEntity(missing));
        expect(await refusalOf(untag(iam, ["a"]))).to.deep.equal(noSuchEntity(missing));
        expect(await refusalOf(list(iam))).to.deep.equal(noSuchEntity(missing));
        await make(iam, [{ Key: "team", Value: "red" }]);
        const ofTeam = { StringEquals: { "aws:ResourceTag/team": "blue", "aws:RequestTag/a": "1" } };
        const { credentials } = await createUser(emulator, "Ada", [
          { Effect: "Allow", Action: "iam:Tag*", Resource: "*", Condition: ofTeam },
        ]);
        const ada = iamClient(emulator, credentials);
        expect((await refusalOf(tag(ada, [{ Key: "a", Value: "1" }]))).code).to.equal("AccessDenied");
        await tag(iam, [{ Key: "team", Value: "blue" }]);
        expect((await refusalOf(tag(ada, [{ Key: "a", Value: "2" }]))).code).to.equal("AccessDenied");
        await tag(ada, [{ Key: "a", Value: "1" }]);
      });
    });
  }
});
