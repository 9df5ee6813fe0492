import type { IAM } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { certificate } from "./certificates.ts";
import { iamClient } from "./iamClient.ts";

const hour = 60 * 60 * 1000;

describe("IAM credential reports", () => {
  let emulator: Emulator;
  let iam: IAM;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    iam = iamClient(emulator);
  });
  afterEach(() => emulator.stop());

  const generate = async () => {
    const { State, Description } = await iam.generateCredentialReport({});
    return { State, Description };
  };
  const rows = async () => {
    const { Content = new Uint8Array() } = await iam.getCredentialReport({});
    return Buffer.from(Content)
      .toString()
      .split("\n")
      .map((line) => line.split(","));
  };
  /** A row by the names of its columns. */
  const rowOf = async (user: string) => {
    const [columns = [], ...others] = await rows();
    const cells = others.find(([name]) => name === user) ?? [];
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
  };
  const report = async () => {
    await generate();
    emulator.instance.clock.advance(1000);
  };

  it("are made for a moment, good for four hours, and then made again", async () => {
    const { clock } = emulator.instance;
    const started = { State: "STARTED", Description: "No report exists. Starting a new report generation task" };
    const code = async () => refusalOf(iam.getCredentialReport({})).then((error) => [error.code, error.status]);
    expect(await code()).to.deep.equal(["CredentialReportNotPresentException", 410]);
    expect(await generate()).to.deep.equal(started);
    expect(await generate()).to.deep.equal({ State: "INPROGRESS", Description: undefined });
    expect(await code()).to.deep.equal(["CredentialReportNotReadyException", 404]);
    clock.advance(1000);
    expect(await generate()).to.deep.equal({ State: "COMPLETE", Description: undefined });
    const { ReportFormat, GeneratedTime } = await iam.getCredentialReport({});
    expect([ReportFormat, GeneratedTime instanceof Date]).to.deep.equal(["text/csv", true]);
    await iam.createUser({ UserName: "Late" });
    clock.advance(4 * hour - 60_000);
    expect(await generate()).to.deep.equal({ State: "COMPLETE", Description: undefined });
    expect(await rows()).to.have.length(2);
    clock.advance(60_000);
    expect(await code()).to.deep.equal(["CredentialReportExpiredException", 410]);
    expect(await generate()).to.deep.equal(started);
    clock.advance(1000);
    expect(await rows()).to.have.length(3);
  });

  it("have AWS's columns, and the root user first", async () => {
    await iam.createUser({ UserName: "b" });
    await iam.createUser({ UserName: "a" });
    await report();
    const [columns, ...others] = await rows();
    const ofKey = (number: number) =>
      ["active", "last_rotated", "last_used_date", "last_used_region", "last_used_service"].map(
        (what) => `access_key_${number}_${what}`,
      );
    expect(columns).to.deep.equal([
      ...["user", "arn", "user_creation_time", "password_enabled", "password_last_used", "password_last_changed"],
      ...["password_next_rotation", "mfa_active", ...ofKey(1), ...ofKey(2)],
      ...["cert_1_active", "cert_1_last_rotated", "cert_2_active", "cert_2_last_rotated"],
    ]);
    expect(others.map(([user]) => user)).to.deep.equal(["<root_account>", "a", "b"]);
    expect(others[0]).to.deep.equal([
      ...["<root_account>", "arn:aws:iam::000000000000:root", "no_information", "not_supported", "no_information"],
      ...["not_supported", "not_supported", "false", "false", "N/A", "N/A", "N/A", "N/A"],
      ...["false", "N/A", "N/A", "N/A", "N/A", "false", "N/A", "false", "N/A"],
    ]);
  });

  it("tell what a user has, and N/A for the rest", async () => {
    const { clock } = emulator.instance;
    const iso = (date?: Date) => date?.toISOString().replace(".000Z", "+00:00");
    const ada = await createUser(emulator, "Ada", [{ Effect: "Allow", Action: "iam:ListUsers", Resource: "*" }]);
    await iamClient(emulator, ada.credentials).listUsers({});
    await iam.createLoginProfile({ UserName: "Ada", Password: "Correct-Horse-1" });
    await iam.uploadSigningCertificate({ UserName: "Ada", CertificateBody: certificate });
    await iam.updateAccountPasswordPolicy({ MaxPasswordAge: 90 });
    clock.advance(hour);
    await iam.updateLoginProfile({ UserName: "Ada", Password: "Correct-Horse-2" });
    await report();
    const row = await rowOf("Ada");
    const [key] = (await iam.listAccessKeys({ UserName: "Ada" })).AccessKeyMetadata ?? [];
    expect(row.access_key_1_last_rotated).to.equal(iso(key?.CreateDate));
    expect(row.access_key_1_last_used_date).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/);
    const changed = Date.parse(row.password_last_changed ?? "");
    expect(changed - Date.parse(row.user_creation_time ?? "")).to.be.within(hour - 2000, hour + 5000);
    expect(Date.parse(row.password_next_rotation ?? "") - changed).to.equal(90 * 24 * hour);
    expect({ ...row }).to.deep.include({
      user: "Ada",
      arn: ada.arn,
      password_enabled: "true",
      password_last_used: "no_information",
      mfa_active: "false",
      access_key_1_active: "true",
      access_key_1_last_used_region: "us-east-1",
      access_key_1_last_used_service: "iam",
      access_key_2_active: "false",
      access_key_2_last_rotated: "N/A",
      cert_1_active: "true",
      cert_2_active: "false",
      cert_2_last_rotated: "N/A",
    });
  });

  it("say N/A of a password that there is not, or that does not expire", async () => {
    for (const UserName of ["With", "Without"]) await iam.createUser({ UserName });
    await iam.createLoginProfile({ UserName: "With", Password: "Correct-Horse-1" });
    await report();
    expect(await rowOf("With")).to.deep.include({ password_enabled: "true", password_next_rotation: "N/A" });
    expect(await rowOf("Without")).to.deep.include({
      password_enabled: "false",
      password_last_used: "N/A",
      password_last_changed: "N/A",
      password_next_rotation: "N/A",
      access_key_1_active: "false",
      access_key_1_last_used_date: "N/A",
    });
  });
});
