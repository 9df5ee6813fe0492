import type { IAM } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { anotherCertificate, certificate, privateKey } from "./certificates.ts";
import { alreadyExists, deleteConflict, iamClient, limitExceeded, noSuchEntity } from "./iamClient.ts";

describe("IAM certificates", () => {
  let emulator: Emulator;
  let iam: IAM;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    iam = iamClient(emulator);
  });
  afterEach(() => emulator.stop());

  const malformed = (message: string) => ({ code: "MalformedCertificateException", message, status: 400 });

  describe("for signing", () => {
    const UserName = "Ada";
    beforeEach(() => iam.createUser({ UserName }));

    it("are uploaded, made inactive, listed, and deleted before their user", async () => {
      const { Certificate } = await iam.uploadSigningCertificate({ UserName, CertificateBody: certificate });
      const CertificateId = Certificate?.CertificateId ?? "";
      expect(CertificateId).to.match(/^[A-Z2-7]{32}$/);
      expect(Certificate).to.deep.equal({
        UserName,
        CertificateId,
        CertificateBody: certificate,
        Status: "Active",
        UploadDate: Certificate?.UploadDate,
      });
      await iam.updateSigningCertificate({ UserName, CertificateId, Status: "Inactive" });
      expect((await iam.listSigningCertificates({ UserName })).Certificates).to.deep.equal([
        { ...Certificate, Status: "Inactive" },
      ]);
      expect(await refusalOf(iam.deleteUser({ UserName }))).to.deep.equal(
        deleteConflict("Cannot delete entity, must delete signing certificates first."),
      );
      await iam.deleteSigningCertificate({ UserName, CertificateId });
      const missing = noSuchEntity(`The Certificate with id ${CertificateId} cannot be found.`);
      expect(await refusalOf(iam.deleteSigningCertificate({ UserName, CertificateId }))).to.deep.equal(missing);
      await iam.deleteUser({ UserName });
    });

    it("are refused if they are none, or if the user has them; another user may have them", async () => {
      const upload = (CertificateBody: string) => iam.uploadSigningCertificate({ UserName, CertificateBody });
      expect(await refusalOf(upload("nonsense"))).to.deep.equal(malformed("Certificate nonsense is malformed."));
      await upload(certificate);
      expect(await refusalOf(upload(certificate))).to.deep.include({
        code: "DuplicateCertificateException",
        status: 409,
      });
      await upload(anotherCertificate);
      expect((await refusalOf(upload(`${certificate}\n`))).code).to.equal("DuplicateCertificateException");
      await iam.createUser({ UserName: "Bob" });
      await iam.uploadSigningCertificate({ UserName: "Bob", CertificateBody: certificate });
    });

    it("are two of a user at most", async () => {
      const user = emulator.instance.account("000000000000").iam.users.find(UserName);
      for (const id of ["1", "2"]) {
        user?.signingCertificates.set(id, { id, body: anotherCertificate, uploadedAt: new Date(), active: true });
      }
      expect(await refusalOf(iam.uploadSigningCertificate({ UserName, CertificateBody: certificate }))).to.deep.equal(
        limitExceeded("Cannot exceed quota for CertificatesPerUser: 2"),
      );
    });
  });

  describe("of servers", () => {
    const ServerCertificateName = "site";
    const body = { CertificateBody: certificate, PrivateKey: privateKey };
    const notFound = (name: string) => noSuchEntity(`The Server Certificate with name ${name} cannot be found.`);

    it("are uploaded with their key, which nobody sees again, and shown with chain and tags", async () => {
      const { ServerCertificateMetadata: made } = await iam.uploadServerCertificate({
        ...body,
        ServerCertificateName,
        Path: "/web/",
        CertificateChain: anotherCertificate,
      });
      expect(made?.ServerCertificateId).to.match(/^ASCA[A-Z2-7]{17}$/);
      expect(made).to.deep.include({
        Path: "/web/",
        ServerCertificateName,
        Arn: "arn:aws:iam::000000000000:server-certificate/web/site",
      });
      expect(made?.Expiration?.getUTCFullYear()).to.be.greaterThan(2100);
      expect((await iam.getServerCertificate({ ServerCertificateName })).ServerCertificate).to.deep.equal({
        ServerCertificateMetadata: made,
        CertificateBody: certificate,
        CertificateChain: anotherCertificate,
        Tags: [],
      });
      const everything = JSON.stringify([
        emulator.instance.audit.eventsOf("000000000000"),
        emulator.instance.account("000000000000").iam.serverCertificates.all(),
      ]);
      expect(everything).not.to.contain(privateKey.split("\n")[1]);
    });

    it("get another name and path, are listed by path, and deleted", async () => {
      await iam.uploadServerCertificate({ ...body, ServerCertificateName });
      await iam.uploadServerCertificate({ ...body, ServerCertificateName: "other" });
      await iam.updateServerCertificate({ ServerCertificateName, NewServerCertificateName: "home", NewPath: "/web/" });
      expect(
        await refusalOf(
          iam.updateServerCertificate({ ServerCertificateName: "home", NewServerCertificateName: "OTHER" }),
        ),
      ).to.deep.equal(alreadyExists("The Server Certificate with name OTHER already exists."));
      const list = async (PathPrefix?: string) => {
        const { ServerCertificateMetadataList = [] } = await iam.listServerCertificates({ PathPrefix });
        return ServerCertificateMetadataList.map(({ Arn }) => Arn?.split("server-certificate")[1]);
      };
      expect(await list()).to.deep.equal(["/web/home", "/other"]);
      expect(await list("/web/")).to.deep.equal(["/web/home"]);
      await iam.deleteServerCertificate({ ServerCertificateName: "home" });
      expect(await refusalOf(iam.deleteServerCertificate({ ServerCertificateName: "home" }))).to.deep.equal(
        notFound("home"),
      );
      expect(await refusalOf(iam.getServerCertificate({ ServerCertificateName }))).to.deep.equal(notFound("site"));
    });

    it("are refused if they are none, with another's key, under a name that is taken, and beyond twenty", async () => {
      const upload = (changes: object) => iam.uploadServerCertificate({ ...body, ServerCertificateName, ...changes });
      expect(await refusalOf(upload({ CertificateBody: "nonsense" }))).to.deep.equal(
        malformed("Unable to parse certificate. Please ensure the certificate is in PEM format."),
      );
      for (const PrivateKey of ["nonsense", anotherCertificate]) {
        expect((await refusalOf(upload({ PrivateKey }))).code).to.equal("KeyPairMismatchException");
      }
      expect((await refusalOf(upload({ CertificateBody: anotherCertificate }))).code).to.equal(
        "KeyPairMismatchException",
      );
      for (let index = 0; index < 20; index++) await upload({ ServerCertificateName: `site-${index}` });
      expect(await refusalOf(upload({ ServerCertificateName: "SITE-0" }))).to.deep.equal(
        alreadyExists("The Server Certificate with name SITE-0 already exists."),
      );
      expect(await refusalOf(upload({}))).to.deep.equal(
        limitExceeded("Cannot exceed quota for ServerCertificatesPerAccount: 20"),
      );
    });
  });
});
