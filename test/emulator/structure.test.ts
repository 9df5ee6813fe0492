import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import * as z from "zod";
import { Registry } from "../../emulator/registry.ts";
import type { Service } from "../../emulator/service.ts";
import { services } from "../../emulator/services/services.ts";

const folder = join(import.meta.dirname, "../../emulator/services");
const registry = new Registry(services);

/** Where AWS documents the operations of each service. */
const documentation: Readonly<Record<string, string>> = {
  cloudtrail: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/",
  dynamodb: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/",
  iam: "https://docs.aws.amazon.com/IAM/latest/APIReference/",
  kms: "https://docs.aws.amazon.com/kms/latest/APIReference/",
  resourcegroupstaggingapi: "https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/",
  ec2: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/",
  lambda: "https://docs.aws.amazon.com/lambda/latest/api/",
  events: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/",
  logs: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/",
  cloudwatch: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/",
  s3: "https://docs.aws.amazon.com/AmazonS3/latest/API/",
  secretsmanager: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/",
  sts: "https://docs.aws.amazon.com/STS/latest/APIReference/",
};

const named = z.object({ name: z.string() });

/** Named after the API model. */
function folderOf({ name, modelName = name }: Service): string {
  return modelName;
}

function operationFiles(service: string): string[] {
  const operations = join(folder, service, "operations");
  return existsSync(operations) ? readdirSync(operations) : [];
}

function fileOf(operationName: string): string {
  return `${operationName.charAt(0).toLowerCase()}${operationName.slice(1)}.ts`;
}

describe("the services of the embedded AWS", () => {
  it("are all registered, each under the name of its folder", () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(services.map(folderOf).sort()).to.deep.equal(folders.map(({ name }) => name).sort());
  });

  it("have an event source in CloudTrail and a place in AWS's documentation", () => {
    for (const service of services) {
      expect(service.eventSource).to.equal(`${service.name}.amazonaws.com`);
      expect(documentation, "add the service to the table of this test").to.have.property(folderOf(service));
    }
  });

  for (const service of services) {
    const { model } = registry.described({ service: service.name, name: "" });

    it(`${service.name}: lists the operation of every file once, and nothing else`, async () => {
      const inFiles: string[] = [];
      for (const file of operationFiles(folderOf(service))) {
        const url = pathToFileURL(join(folder, folderOf(service), "operations", file)).href;
        const exported = z.record(z.string(), named).parse({ ...Object(await import(url)) });
        expect(Object.keys(exported), `${file} exports one thing, named after the file`).to.deep.equal([
          file.replace(/\.ts$/, ""),
        ]);
        inFiles.push(...Object.values(exported).map(({ name }) => name));
      }
      expect(service.operations.map(({ name }) => name)).to.have.members(inFiles);
      expect(new Set(inFiles).size).to.equal(inFiles.length);
    });

    for (const operation of service.operations) {
      it(`${service.name}: ${operation.name} is an operation of AWS, in a file of its name, with AWS's page`, () => {
        expect(operation.service).to.equal(service.name);
        expect(model.has(operation.name), "AWS's model has no such operation").to.equal(true);
        expect(operationFiles(folderOf(service))).to.include(fileOf(operation.name));
        expect(operation.documentation).to.equal(`${documentation[folderOf(service)]}API_${operation.name}.html`);
      });

      it(`${service.name}: ${operation.name} refuses only parameters that AWS has and that are not required`, () => {
        const { members = {}, required = [] } = model.input(operation.name);
        expect(Object.keys(members)).to.include.members([...(operation.unsupported ?? [])]);
        for (const name of operation.unsupported ?? []) expect(required).not.to.include(name);
      });
    }
  }
});
