import type { IAM } from "@aws-sdk/client-iam";
import { generateKeyPairSync } from "node:crypto";
import { expect } from "chai";
import { createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { sshKey, sshKeyFingerprint } from "./certificates.ts";
import { deleteConflict, iamClient, limitExceeded, noSuchEntity } from "./iamClient.ts";

const UserName = "Ada";

describe("IAM keys of users for single services:", () => {
  let emulator: Emulator;
  let iam: IAM;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    iam = iamClient(emulator);
    await iam.createUser({ UserName });
  });
  afterEach(() => emulator.stop());

  describe("SSH public keys", () => {
    const upload = (SSHPublicKeyBody: string) => iam.uploadSSHPublicKey({ UserName, SSHPublicKeyBody });
    const rsaPem = (modulusLength: number) =>
      String(generateKeyPairSync("rsa", { modulusLength }).publicKey.export({ type: "spki", format: "pem" }));

    it("are uploaded, shown in both formats, made inactive, listed, and deleted before their user", async () => {
      const { SSHPublicKey } = await upload(sshKey);
      const SSHPublicKeyId = SSHPublicKey?.SSHPublicKeyId ?? "";
      expect(SSHPublicKeyId).to.match(/^APKA[A-Z2-7]{17}$/);
      expect(SSHPublicKey).to.deep.include({ Fingerprint: sshKeyFingerprint, SSHPublicKeyBody: sshKey });
      const show = async (Encoding: "SSH" | "PEM") =>
        (await iam.getSSHPublicKey({ UserName, SSHPublicKeyId, Encoding })).SSHPublicKey?.SSHPublicKeyBody ?? "";
      expect(await show("SSH")).to.equal(sshKey);
      const pem = await show("PEM");
      expect(pem).to.match(/^-----BEGIN PUBLIC KEY-----\n/);
      await iam.updateSSHPublicKey({ UserName, SSHPublicKeyId, Status: "Inactive" });
      expect((await iam.listSSHPublicKeys({ UserName })).SSHPublicKeys).to.deep.equal([
        { UserName, SSHPublicKeyId, Status: "Inactive", UploadDate: SSHPublicKey?.UploadDate },
      ]);
      expect(await refusalOf(upload(pem))).to.deep.include({ code: "DuplicateSSHPublicKeyException", status: 400 });
      expect(await refusalOf(iam.deleteUser({ UserName }))).to.deep.equal(
        deleteConflict("Cannot delete entity, must delete SSH public keys first."),
      );
      await iam.deleteSSHPublicKey({ UserName, SSHPublicKeyId });
      expect(await refusalOf(iam.deleteSSHPublicKey({ UserName, SSHPublicKeyId }))).to.deep.equal(
        noSuchEntity(`The Public Key with id ${SSHPublicKeyId} cannot be found.`),
      );
      expect((await upload(pem)).SSHPublicKey?.Fingerprint).to.equal(sshKeyFingerprint);
    });

    const ecKey = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ type: "spki", format: "pem" });
    const wrong: [string, () => string][] = [
      ["nonsense", () => "nonsense"],
      ["nonsense after ssh-rsa", () => "ssh-rsa AAAA"],
      ["a key of 1,024 bits", () => rsaPem(1024)],
      ["a key of another kind", () => String(ecKey)],
    ];
    for (const [what, key] of wrong) {
      it(`are not ${what}`, async () => {
        expect(await refusalOf(upload(key()))).to.deep.include({ code: "InvalidPublicKeyException", status: 400 });
      });
    }

    it("are five of a user at most", async () => {
      for (let index = 0; index < 5; index++) await upload(rsaPem(2048));
      expect(await refusalOf(upload(sshKey))).to.deep.equal(
        limitExceeded("Cannot exceed quota for SSHPublicKeysPerUser: 5"),
      );
    });
  });

  describe("service-specific credentials", () => {
    const ServiceName = "codecommit.amazonaws.com";

    it("are made with a secret that is shown once, reset, made inactive, listed, and deleted before their user", async () => {
      const { ServiceSpecificCredential: made } = await iam.createServiceSpecificCredential({ UserName, ServiceName });
      const password = made?.ServicePassword ?? "";
      const shown = { ...made, ServicePassword: undefined };
      const ServiceSpecificCredentialId = made?.ServiceSpecificCredentialId ?? "";
      expect(ServiceSpecificCredentialId).to.match(/^ACCA[A-Z2-7]{17}$/);
      expect(shown).to.deep.equal({
        UserName,
        ServiceSpecificCredentialId,
        ServiceName,
        ServiceUserName: "Ada-at-000000000000",
        Status: "Active",
        CreateDate: made?.CreateDate,
        ServicePassword: undefined,
      });
      expect(password).to.have.length(44);
      const about = { UserName, ServiceSpecificCredentialId };
      const reset = (await iam.resetServiceSpecificCredential(about)).ServiceSpecificCredential;
      expect(reset?.ServicePassword).not.to.equal(password);
      expect({ ...reset, ServicePassword: password }).to.deep.equal(made);
      await iam.updateServiceSpecificCredential({ ...about, Status: "Inactive" });
      expect((await iam.listServiceSpecificCredentials({ UserName })).ServiceSpecificCredentials).to.deep.equal([
        {
          UserName,
          ServiceSpecificCredentialId,
          ServiceName,
          ServiceUserName: "Ada-at-000000000000",
          Status: "Inactive",
          CreateDate: made?.CreateDate,
        },
      ]);
      const others = await iam.listServiceSpecificCredentials({ UserName, ServiceName: "bedrock.amazonaws.com" });
      expect(others.ServiceSpecificCredentials).to.deep.equal([]);
      expect(await refusalOf(iam.deleteUser({ UserName }))).to.deep.equal(
        deleteConflict("Cannot delete entity, must delete service specific credentials first."),
      );
      await iam.deleteServiceSpecificCredential(about);
      expect(await refusalOf(iam.deleteServiceSpecificCredential(about))).to.deep.equal(
        noSuchEntity(`No such credential ${ServiceSpecificCredentialId} exists`),
      );
      expect(JSON.stringify(emulator.instance.audit.eventsOf("000000000000"))).not.to.contain(password);
    });

    it("are two for a service at most, with names that differ", async () => {
      const names: (string | undefined)[] = [];
      for (let index = 0; index < 2; index++) {
        const made = await iam.createServiceSpecificCredential({ UserName, ServiceName });
        names.push(made.ServiceSpecificCredential?.ServiceUserName);
      }
      expect(names).to.deep.equal(["Ada-at-000000000000", "Ada-at-000000000000+1"]);
      expect(await refusalOf(iam.createServiceSpecificCredential({ UserName, ServiceName }))).to.deep.equal(
        limitExceeded("Cannot exceed quota for ServiceSpecificCredentialsPerUser: 2"),
      );
      await iam.createServiceSpecificCredential({ UserName, ServiceName: "cassandra.amazonaws.com" });
    });

    it("are API keys where the service has those, and only they expire", async () => {
      const bedrock = { UserName, ServiceName: "bedrock.amazonaws.com", CredentialAgeDays: 30 };
      const { ServiceSpecificCredential: made } = await iam.createServiceSpecificCredential(bedrock);
      expect(made?.ServiceCredentialSecret).to.have.length(44);
      expect(made).to.deep.include({ ServiceCredentialAlias: "Ada-at-000000000000" });
      expect((made?.ExpirationDate?.getTime() ?? 0) - (made?.CreateDate?.getTime() ?? 0)).to.equal(30 * 86_400_000);
      expect((await refusalOf(iam.createServiceSpecificCredential({ ...bedrock, ServiceName }))).code).to.equal(
        "ValidationError",
      );
    });

    it("are for some services only, which a policy can choose among", async () => {
      const make = (client: IAM, service: string) =>
        client.createServiceSpecificCredential({ UserName, ServiceName: service });
      expect(await refusalOf(make(iam, "s3.amazonaws.com"))).to.deep.equal(
        noSuchEntity("No such service s3.amazonaws.com is supported for Service Specific Credentials"),
      );
      const { credentials } = await createUser(emulator, "Bob", [
        {
          Effect: "Allow",
          Action: "iam:CreateServiceSpecificCredential",
          Resource: "*",
          Condition: { StringEquals: { "iam:ServiceSpecificCredentialServiceName": ServiceName } },
        },
      ]);
      const bob = iamClient(emulator, credentials);
      await make(bob, ServiceName);
      expect((await refusalOf(make(bob, "cassandra.amazonaws.com"))).code).to.equal("AccessDenied");
    });
  });
});
