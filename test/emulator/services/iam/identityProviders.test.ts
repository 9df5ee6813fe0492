import type { IAM } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { samlMetadata } from "./certificates.ts";
import { alreadyExists, iamClient, invalidInput, limitExceeded, noSuchEntity } from "./iamClient.ts";

const account = "arn:aws:iam::000000000000";
const thumbprint = (digit: string) => digit.repeat(40);

describe("IAM identity providers", () => {
  let emulator: Emulator;
  let iam: IAM;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    iam = iamClient(emulator);
  });
  afterEach(() => emulator.stop());

  describe("that speak OpenID Connect", () => {
    const Url = "https://idp.example.com/tenant";
    const OpenIDConnectProviderArn = `${account}:oidc-provider/idp.example.com/tenant`;
    const about = { OpenIDConnectProviderArn };
    const shown = async () => {
      const { Url: url, ClientIDList, ThumbprintList, Tags } = await iam.getOpenIDConnectProvider(about);
      return { url, ClientIDList, ThumbprintList, Tags };
    };

    it("are made, shown without https://, listed, and deleted", async () => {
      const made = await iam.createOpenIDConnectProvider({
        Url,
        ClientIDList: ["one"],
        ThumbprintList: [thumbprint("a")],
      });
      expect(made.OpenIDConnectProviderArn).to.equal(OpenIDConnectProviderArn);
      await iam.createOpenIDConnectProvider({ Url: "https://another.example.com" });
      expect(await shown()).to.deep.equal({
        url: "idp.example.com/tenant",
        ClientIDList: ["one"],
        ThumbprintList: [thumbprint("a")],
        Tags: [],
      });
      expect((await iam.listOpenIDConnectProviders({})).OpenIDConnectProviderList).to.deep.equal([
        { Arn: `${account}:oidc-provider/another.example.com` },
        { Arn: OpenIDConnectProviderArn },
      ]);
      await iam.deleteOpenIDConnectProvider(about);
      expect(await refusalOf(iam.getOpenIDConnectProvider(about))).to.deep.equal(
        noSuchEntity(`OpenIDConnect Provider not found for arn ${OpenIDConnectProviderArn}`),
      );
      expect(await refusalOf(iam.deleteOpenIDConnectProvider(about))).to.deep.equal(
        noSuchEntity(`OpenId connect Provider ${OpenIDConnectProviderArn} cannot be found.`),
      );
    });

    it("take client ids and thumbprints that change", async () => {
      await iam.createOpenIDConnectProvider({ Url });
      for (const ClientID of ["one", "two", "two"])
        await iam.addClientIDToOpenIDConnectProvider({ ...about, ClientID });
      for (const ClientID of ["one", "three"])
        await iam.removeClientIDFromOpenIDConnectProvider({ ...about, ClientID });
      await iam.updateOpenIDConnectProviderThumbprint({
        ...about,
        ThumbprintList: [thumbprint("c"), thumbprint("d")],
      });
      expect(await shown()).to.deep.include({
        ClientIDList: ["two"],
        ThumbprintList: [thumbprint("c"), thumbprint("d")],
      });
    });

    it("are found by what trusts them: ARN, URL, client ids and thumbprints", async () => {
      await iam.createOpenIDConnectProvider({ Url, ClientIDList: ["one"], ThumbprintList: [thumbprint("a")] });
      const provider = emulator.instance
        .account("000000000000")
        .iam.openIdConnectProviders.get(OpenIDConnectProviderArn);
      expect(provider?.url).to.equal("idp.example.com/tenant");
      expect([...(provider?.clientIds ?? [])]).to.deep.equal(["one"]);
      expect(provider?.thumbprints).to.deep.equal([thumbprint("a")]);
    });

    for (const wrong of ["http://idp.example.com", "idp.example.com", "https://", "https://idp.example.com?a=b"]) {
      it(`do not have the URL ${wrong}`, async () => {
        expect(await refusalOf(iam.createOpenIDConnectProvider({ Url: wrong }))).to.deep.equal({
          code: "ValidationError",
          message: "Invalid Open ID Connect Provider URL",
          status: 400,
        });
      });
    }

    it("have limits", async () => {
      const five = Array.from({ length: 5 }, (_, index) => thumbprint(String(index)));
      const hundred = Array.from({ length: 100 }, (_, index) => `client-${index}`);
      const create = (ThumbprintList: string[], ClientIDList: string[]) =>
        iam.createOpenIDConnectProvider({ Url, ThumbprintList, ClientIDList });
      expect(await refusalOf(create([...five, thumbprint("6")], []))).to.deep.equal(
        invalidInput("Thumbprint list must contain fewer than 5 entries."),
      );
      const tooMany = limitExceeded("Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100");
      expect(await refusalOf(create(five, [...hundred, "client-100"]))).to.deep.equal(tooMany);
      await create(five, hundred);
      expect(
        await refusalOf(iam.addClientIDToOpenIDConnectProvider({ ...about, ClientID: "client-100" })),
      ).to.deep.equal(tooMany);
      expect(await refusalOf(create(five, []))).to.deep.equal(
        alreadyExists("Provider with url https://idp.example.com/tenant already exists."),
      );
    });
  });

  describe("that speak SAML", () => {
    const SAMLProviderArn = `${account}:saml-provider/Corporate`;
    const create = (SAMLMetadataDocument = samlMetadata) =>
      iam.createSAMLProvider({ Name: "Corporate", SAMLMetadataDocument });

    it("are made, shown, given other metadata, listed, and deleted", async () => {
      expect((await create()).SAMLProviderArn).to.equal(SAMLProviderArn);
      const { SAMLProviderUUID, CreateDate, ValidUntil, $metadata, ...rest } = await iam.getSAMLProvider({
        SAMLProviderArn,
      });
      expect([$metadata.httpStatusCode, SAMLProviderUUID]).to.satisfy(
        ([status, id]: unknown[]) => status === 200 && /^[A-Z0-9]{22,64}$/.test(String(id)),
      );
      expect((ValidUntil?.getUTCFullYear() ?? 0) - (CreateDate?.getUTCFullYear() ?? 0)).to.equal(100);
      expect(rest).to.deep.equal({
        SAMLMetadataDocument: samlMetadata,
        Tags: [],
        AssertionEncryptionMode: "Allowed",
        PrivateKeyList: [],
      });
      const other = samlMetadata.replace("<EntityDescriptor", '<md:EntityDescriptor validUntil="2030-01-02T03:04:05Z"');
      await iam.updateSAMLProvider({ SAMLProviderArn, SAMLMetadataDocument: other });
      const [listed] = (await iam.listSAMLProviders({})).SAMLProviderList ?? [];
      expect(listed).to.deep.equal({
        Arn: SAMLProviderArn,
        CreateDate,
        ValidUntil: new Date("2030-01-02T03:04:05Z"),
      });
      await iam.deleteSAMLProvider({ SAMLProviderArn });
      const missing = noSuchEntity(`Manifest not found for arn ${SAMLProviderArn}`);
      expect(await refusalOf(iam.getSAMLProvider({ SAMLProviderArn }))).to.deep.equal(missing);
      expect(await refusalOf(iam.deleteSAMLProvider({ SAMLProviderArn }))).to.deep.equal(missing);
    });

    it("are refused under a name that is taken, without metadata, and with encryption, which is not carried", async () => {
      await create();
      expect((await refusalOf(create())).code).to.equal("EntityAlreadyExistsException");
      for (const metadata of [
        "x".repeat(1000),
        samlMetadata.replace("<Entity", '<EntityDescriptor validUntil="soon" a="'),
      ]) {
        const update = iam.updateSAMLProvider({ SAMLProviderArn, SAMLMetadataDocument: metadata });
        expect(await refusalOf(update)).to.deep.equal(invalidInput("Could not parse metadata"));
      }
      const encrypted = iam.updateSAMLProvider({ SAMLProviderArn, AssertionEncryptionMode: "Required" });
      expect((await refusalOf(encrypted)).message).to.contain("does not carry the parameter 'AssertionEncryptionMode'");
    });
  });
});
